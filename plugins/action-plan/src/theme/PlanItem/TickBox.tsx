import {useState, type ReactNode} from 'react'
import {useLocation} from '@docusaurus/router'
import {usePlans} from '../../hooks/usePlan.ts'
import type {Mark} from '../../model/mark.ts'
import type {StatusTask} from '../../model/status.ts'
import {TOKEN_HEADER, type TickOrder} from '../../model/tick.ts'

// Only the development server has this: its words are for whoever writes the plan, and are in no language file.

const bare = (path: string): string => path.replace(/\/$/, '')

/** Asks the development server for its token, then to write the box; gives what it says. */
async function send(url: string, task: StatusTask, mark: Mark, tick: boolean): Promise<{readonly done: boolean; readonly message: string}> {
  try {
    const {token = '', message} = (await (await fetch(url)).json()) as {token?: string; message?: string}
    if (message !== undefined) return {done: false, message}
    const {line, column, text} = task
    const headers = {'content-type': 'application/json', [TOKEN_HEADER]: token}
    const order: TickOrder = {line, column, text, mark, tick}
    const answer = await fetch(url, {method: 'POST', headers, body: JSON.stringify(order)})
    return {done: answer.ok, message: ((await answer.json()) as {message: string}).message}
  } catch {
    return {done: false, message: 'The development server does not answer; nothing was written.'}
  }
}

/** The box of a task: it changes the plan's file, as `action-plan tick` does. `children` stand for what nobody can tick here. */
export default function TickBox({task, children}: {readonly task: StatusTask; readonly children: ReactNode}): ReactNode {
  const {pathname} = useLocation()
  const plan = Object.values(usePlans()).find(({progressPage}) => bare(progressPage) === bare(pathname))
  const [said, say] = useState<{readonly message: string; readonly undo: boolean; readonly busy?: boolean} | null>(null)
  // What was written, or is being written, until the page follows the file: the server may be busy for seconds.
  const [written, setWritten] = useState<{readonly from: Mark; readonly to: Mark} | null>(null)
  const mark = written?.from === task.mark ? written.to : task.mark
  if (plan === undefined || (mark !== 'open' && mark !== 'done')) return children
  const change = async (tick: boolean, undo: boolean): Promise<void> => {
    if (said?.busy === true) return
    setWritten({from: task.mark, to: tick ? 'done' : 'open'})
    say({message: 'The plan is being written.', undo: false, busy: true})
    const {done, message} = await send(plan.statusUrl.replace(/json$/, 'tick'), task, mark, tick)
    if (!done) setWritten(written)
    say({message, undo: done && undo})
  }
  const ticked = mark === 'done'
  return (
    <>
      <span>
        <input type="checkbox" aria-label={`Done: ${task.text}`} checked={ticked} onChange={() => void change(!ticked, true)} />
      </span>
      <span role="status" style={{order: 1, gridColumn: '2 / -1', overflowWrap: 'anywhere'}}>
        {said?.message}{' '}
        {said?.undo === true && (
          <button type="button" className="button button--sm button--secondary" onClick={() => void change(!ticked, false)}>
            Undo
          </button>
        )}
      </span>
    </>
  )
}
