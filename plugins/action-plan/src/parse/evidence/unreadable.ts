import type {UnreadableFacts} from '../../model/tool-report.ts'
import type {Place} from '../../model/place.ts'

export const START: Place = {line: 1, column: 1}

/** Ends the reading of a report. It never leaves this folder: `readEvidence` makes facts of it. */
export class Unreadable extends Error {
  readonly facts: UnreadableFacts

  constructor({line, column}: Place, reason: string, fix: string) {
    super(reason)
    this.facts = {kind: 'unreadable', line, column, reason, fix}
  }
}

export const WRITE_AGAIN = 'have the tool write the report again, and see that it ends before the report is read'
