import type {PlacementCause} from '../../model/cause.ts'
import type {Wording} from './words.ts'

/** Why an item is in its phase, as a sentence without its full stop. */
export function placementText({say}: Wording, {code, facts}: PlacementCause): string {
  switch (code) {
    case 'under-heading':
      return say('plan.placement.heading', 'it stands under "{phase}"', {phase: facts.phase})
    case 'line-names-item':
      return say('plan.placement.item', 'line {line} names it: "{text}"', {line: String(facts.line), text: facts.text})
    case 'line-names-section':
      return say('plan.placement.section', 'line {line} names its section: "{text}"', {line: String(facts.line), text: facts.text})
    case 'heading-names-priority':
      return say('plan.placement.priority', 'no line names it; the heading of {phase} (line {line}) names its priority, {priority}', {
        phase: facts.phase,
        line: String(facts.line),
        priority: facts.priority,
      })
  }
}
