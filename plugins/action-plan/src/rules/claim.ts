import {excerpt} from '../model/problem.ts'
import {group, plural, rule} from './rule.ts'

/** What a text claims, and what the boxes below it say. */
export interface ClaimFacts {
  readonly claim: string
  readonly done: number
  readonly tasks: number
}
const boxesSay = ({done, tasks}: Omit<ClaimFacts, 'claim'>): string =>
  `${done} of ${plural(tasks, 'task')} ${tasks === 1 ? 'is' : 'are'} done; the boxes count`
const FIX = 'correct the text, or tick or untick the boxes'

export const CLAIM_RULES = group('Claims', 'What headings, lines and tables say of progress, held against the boxes.', {
  'claim/heading': rule<ClaimFacts & {readonly more?: number}>({
    severity: 'warning',
    finds: 'A heading that says something else than the boxes below it.',
    help: 'Correct the heading, or tick or untick the boxes. The boxes count. A heading claims something by a word in brackets, behind a sign or in capitals at its end ("(75% complete)", "- Done", "COMPLETE"), or by a check mark at either end. A share may be rounded. Where five headings or more claim the same, it is said once, at the first.',
    message: (facts) =>
      `the heading says "${excerpt(facts.claim)}", but ${boxesSay(facts)}${facts.more === undefined ? '' : `; so it is with ${plural(facts.more, 'other heading')}`}`,
    fix: () => FIX,
  }),
  'claim/progress': rule<ClaimFacts>({
    severity: 'warning',
    finds: 'A line such as "Progress: 75%" that says something else than the boxes.',
    help: 'Delete the line, or correct it: the share is computed from the boxes below its heading, which count.',
    message: (facts) => `the text says "${excerpt(facts.claim)}", but ${boxesSay(facts)}`,
    fix: () => 'delete the line, or correct it',
  }),
  'claim/table': rule<ClaimFacts & {readonly row: string}>({
    severity: 'warning',
    finds: 'A row of a table that says something else of a section or an item than its boxes.',
    help: 'Correct the row, or tick or untick the boxes. The boxes count. A row is about the section or item whose number or title it has.',
    message: (facts) => `the table says "${excerpt(facts.claim)}" of ${excerpt(facts.row)}, but ${boxesSay(facts)}`,
    fix: () => FIX,
  }),
})
