import {group, plural, rule} from './rule.ts'

/** Durations that a text may mean; `above-zero` when it says zero, null when nobody knows. */
export type DurationProposal = {readonly amounts: readonly number[]; readonly unit: string} | 'above-zero' | null

function proposed(proposal: DurationProposal): string {
  if (proposal === null) return 'write a number and a unit, such as "3 days" or "1 week"'
  if (proposal === 'above-zero') return 'write a number above zero, or "TBD"'
  return `${proposal.amounts.length === 1 ? 'try' : 'write'} ${proposal.amounts.map((amount) => `"${plural(amount, proposal.unit)}"`).join(' or ')}`
}

export const TIMELINE_RULES = group('Timelines', 'How long an item takes.', {
  'timeline/unreadable': rule<{readonly value: string; readonly proposal: DurationProposal}>({
    severity: 'error',
    finds: 'A number with a unit that cannot be read.',
    help: 'Write a number and a unit; the message makes a proposal. The item has no duration until then, so sums of effort leave it out.',
    message: ({value}) => `unexpected "${value}", expected a number and a unit`,
    fix: ({proposal}) => proposed(proposal),
  }),
  'timeline/prose': rule<{readonly value: string}>({
    severity: 'info',
    finds: 'A timeline in words that say no number and unit: kept as text, without a duration.',
    help: 'Write a duration (`3 days`, `1-2 weeks`) and keep the prose in the text of the item.',
    message: ({value}) => `unexpected text "${value}", expected a number and a unit`,
    fix: () => 'write a duration such as "3 days" or "1-2 weeks", and keep the text elsewhere',
  }),
  'timeline/is-position': rule<{readonly value: string}>({
    severity: 'info',
    finds: 'A timeline that is a position ("Week 2"), not a duration.',
    help: 'Write how long it takes; say when in the Implementation Schedule, or as `Due`.',
    message: ({value}) => `"${value}" says when, not how long`,
    fix: () => 'write a duration ("3 days"); say when in the Implementation Schedule',
  }),
  'timeline/ambiguous-unit': rule<{readonly value: string}>({
    severity: 'warning',
    finds: 'A unit with two meanings ("m").',
    help: 'Write `min` for minutes or `mo` for months. `m` is read as minutes.',
    message: ({value}) => `"${value}": m was read as minutes`,
    fix: () => 'write "min" for minutes or "mo" for months',
  }),
})
