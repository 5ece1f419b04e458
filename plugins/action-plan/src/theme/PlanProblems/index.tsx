import {memo, type ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import type {Props} from '@theme/PlanProblems'
import '../../css/plan.css'
import {Message} from '../../labels/Message.tsx'
import {WORDS} from '../../labels/words.ts'
import {isDate} from '../../model/date.ts'
import {wordsIn} from '../../view/words/words.ts'
import styles from './styles.module.css'

type Problems = Props['problems']

const GROUPS = [
  {severity: 'error', title: () => translate({id: 'plan.problems.errors', message: 'Errors'})},
  {severity: 'warning', title: () => translate({id: 'plan.problems.warnings', message: 'Warnings'})},
] as const

/** Messages are English in every language. */
const ENGLISH_PAGE = wordsIn((_, message) => message)
const DATES = /(^|[\s(])(\d{4}-\d{2}-\d{2})(?=[\s,.;:)]|$)/g

/** "Ends 2026-12-02" of the command line as pages say it: "Ends 2 Dec 2026". What stands in quotes is the plan's own. */
const withDays = (reason: string): string =>
  reason.replace(DATES, (found, before: string, date: string) => (isDate(date) ? before + ENGLISH_PAGE.day(date) : found))

/** What a manager should know is open; notes, which are the author's, stand folded behind it. */
export default memo(function PlanProblems({problems, path, rules}: Props): ReactNode {
  const notes = problems.filter(({severity}) => severity === 'info')
  if (problems.length === 0)
    return (
      <p>
        <Translate id="plan.problems.none">None found.</Translate>
      </p>
    )
  return (
    <>
      {GROUPS.map(({severity, title}) => {
        const found = problems.filter((problem) => problem.severity === severity)
        if (found.length === 0) return null
        return (
          <div key={severity}>
            <h3>
              {title()} ({found.length})
            </h3>
            <Rules found={found} path={path} rules={rules} open />
          </div>
        )
      })}
      {notes.length > 0 && (
        <details className={styles.notes}>
          <summary>
            {WORDS.plural(
              'plan.problems.notes',
              '{count} note for the author of the plan|{count} notes for the author of the plan',
              notes.length,
            )}
          </summary>
          <Rules found={notes} path={path} rules={rules} open={false} />
        </details>
      )}
    </>
  )
})

function Rules({found, path, rules, open}: Pick<Props, 'path' | 'rules'> & {found: Problems; open: boolean}): ReactNode {
  return Array.from(new Set(found.map(({rule}) => rule)), (rule) => {
    const own = found.filter((problem) => problem.rule === rule)
    // Several that are fixed alike say so once.
    const [alike, ...others] = Array.from(new Set(own.map(({fix}) => fix)))
    const shared = own.length > 1 && others.length === 0 ? alike : undefined
    return (
      <details key={rule} className={styles.rule} open={open}>
        <summary>
          <span lang="en">{rules[rule]}</span> <span className={styles.count}>{own.length}</span> <code>{rule}</code>
        </summary>
        {shared !== undefined && (
          <p className={styles.fix}>
            <Translate id="plan.problems.fix">Fix:</Translate> <span lang="en">{shared}.</span>
          </p>
        )}
        <ul>
          {own.map(({line, column, reason, fix}) => (
            <li key={`${line}:${column}:${reason}`}>
              <code>
                {path}:{line}:{column}
              </code>{' '}
              {shared === undefined ? (
                <Message reason={withDays(reason)} fix={fix} fixClass={styles.fix} />
              ) : (
                <span lang="en">{withDays(reason)}.</span>
              )}
            </li>
          ))}
        </ul>
      </details>
    )
  })
}
