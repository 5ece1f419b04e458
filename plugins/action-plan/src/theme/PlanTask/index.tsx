import type {ReactNode} from 'react'
import useBrokenLinks from '@docusaurus/useBrokenLinks'
import type {Props} from '@theme/PlanTask'
import '../../css/plan.css'
import {markWord} from '../../labels/mark.ts'
import {usePlanHere} from '../../hooks/usePlanHere.ts'
import styles from './styles.module.css'

/** Written by the remark plugin into the list item of each task; without a mark it is an anchor alone. */
export default function PlanTask({anchor, mark, sign, children}: Props): ReactNode {
  useBrokenLinks().collectAnchor(anchor)
  if (mark === undefined) return <span id={anchor} />
  if (mark === 'unknown') return <Unknown sign={sign}>{children}</Unknown>
  const word = markWord(mark)
  if (mark === 'dropped')
    return (
      <>
        <Box word={word} sign="–" /> {sign === undefined ? children : <del>{children}</del>}
      </>
    )
  return (
    <>
      <input type="checkbox" disabled readOnly checked={mark === 'done'} aria-label={word} data-plan-box /> {children}
    </>
  )
}

/** A mark that nobody defined is a fault on the page of a plan. Elsewhere it is the text that it is, such as the number of a source. */
function Unknown({sign, children}: Pick<Props, 'sign' | 'children'>): ReactNode {
  const isPlan = usePlanHere() !== undefined
  return (
    <>
      {isPlan ? <Box word={markWord('unknown')} sign={sign ?? '?'} /> : sign === undefined ? null : `[${sign}]`} {children}
    </>
  )
}

function Box({word, sign}: {word: string; sign: string}): ReactNode {
  return (
    <span className={styles.box} role="img" aria-label={word} title={word} data-plan-box>
      {sign}
    </span>
  )
}
