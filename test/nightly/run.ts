import {record, type Row} from '../faults/figures.ts'
import {today} from '../turn.mjs'

/** Chosen by the day, and printed: the same seed tries the same again. */
export const SEED = Number(process.env['FAULTS_SEED'] ?? today())

/** Prints the seed that a run has. */
export const saySeed = (): void => console.log(`seed ${SEED} (FAULTS_SEED=${SEED} does the same again)`)

/** Keeps a figure and writes the page, when FAULTS_RECORD=1 asks for it. */
export function keep({of, fault, runs, waits = 0, lost}: Pick<Row, 'of' | 'fault' | 'runs' | 'lost'> & {readonly waits?: number}): void {
  if (process.env['FAULTS_RECORD'] === '1') record([{of, fault, runs, survived: runs - lost, waits, lost}])
}

/** Prints the first of some lines, indented. */
export function sayFirst(lines: readonly string[], most = 10): void {
  for (const line of lines.slice(0, most)) console.log(`  ${line}`)
}

/** Prints and keeps what came of a fault; gives in how many runs something was lost. */
export function settle(
  of: string,
  fault: string,
  {runs, stopped, waits, lost}: {readonly runs: number; readonly stopped: number; readonly waits: number; readonly lost: readonly string[]},
): number {
  // A run may lose several things: its name stands before each.
  const broken = new Set(lost.map((line) => line.slice(0, line.indexOf('}: ')))).size
  console.log(`${of}: ${fault}: ${runs} runs, ${stopped} stopped, ${waits} wait for the next run, ${broken} lost`)
  sayFirst(lost)
  keep({of, fault, runs, waits, lost: broken})
  return broken
}
