import type {ReactNode} from 'react'
import type {Props} from '@theme/PlanProvenance'
import {fraction} from '../../view/wording.ts'
import styles from './styles.module.css'

export default function PlanProvenance({source, statusDate, asOf, done, tasks}: Props): ReactNode {
  const commit = source.commit === null ? null : <code>{source.commit.slice(0, 7)}</code>
  return (
    <p className={styles.provenance}>
      {fraction(done, tasks)} from <code>{source.path}</code>
      {commit === null ? ', not under version control' : <> at {commit}</>}
      {source.dirty && ' with changes that are not committed'}
      {source.changedAt !== null && (
        <>
          , plan last changed <time dateTime={source.changedAt}>{source.changedAt.slice(0, 10)}</time>
        </>
      )}
      . Read on <time dateTime={statusDate}>{statusDate}</time>
      {asOf !== statusDate && (
        <>
          , judged as of <time dateTime={asOf}>{asOf}</time>
        </>
      )}
      .
    </p>
  )
}
