import type {Complaint} from '../model/complaint.ts'
import type {Problem} from '../model/problem.ts'
import type {Result} from '../model/result.ts'
import {executed, notRun} from './sentence.ts'

const MARKS = {passed: '✔', failed: '✖', 'not-executed': '–'} as const
const OUTPUT_LINES = 12

export const toProgressLine = (result: Result, seconds: number): string => {
  const count = executed(result)
  const said =
    result.verdict === 'passed'
      ? `${count.done} of ${count.all} commands executed`
      : result.verdict === 'failed'
        ? `failed: ${result.because}`
        : `not executed: ${result.because}`
  return `${MARKS[result.verdict]} ${result.id.padEnd(32)} L${result.level}  ${seconds.toFixed(1).padStart(5)} s  ${said}`
}

export const toComplaint = ({block, place, reason, output}: Complaint): string => {
  const lines = output.trimEnd().split('\n')
  const shown = lines.slice(-OUTPUT_LINES).map((line) => `    | ${line}`)
  const more = lines.length > OUTPUT_LINES ? [`    | (${lines.length - OUTPUT_LINES} lines before)`] : []
  return [
    `${place.file}:${place.line}:${place.column} block "${block}": ${reason}; fix the command or what the page expects`,
    ...(output.trim() === '' ? [] : [...more, ...shown]),
  ].join('\n')
}

export const toProblem = ({place, reason, fix}: Problem): string => `${place.file}:${place.line}:${place.column} ${reason}; ${fix}`

export const toSummary = (results: readonly Result[], seconds: number): string => {
  const count = (verdict: Result['verdict']): number => results.filter((result) => result.verdict === verdict).length
  const blocks = results.map(executed)
  const sum = (of: 'done' | 'all'): number => blocks.reduce((total, block) => total + block[of], 0)
  const skipped = new Set(results.flatMap(notRun))
  return [
    `${results.length} runbooks: ${count('passed')} passed, ${count('failed')} failed, ${count('not-executed')} not executed; ${sum('done')} of ${sum('all')} commands executed in ${seconds.toFixed(1)} s`,
    ...(skipped.size === 0 ? [] : [`not run: ${[...skipped].sort().join('; ')}`]),
  ].join('\n')
}
