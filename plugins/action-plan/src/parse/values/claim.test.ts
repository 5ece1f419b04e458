import {expect, test} from 'vitest'
import {agrees, claimOfHeading, readClaim, type Claim} from './claim.ts'

const shown = (claim: Claim | null): string =>
  claim === null
    ? 'none'
    : claim.kind === 'state'
      ? claim.state
      : claim.kind === 'percent'
        ? `${claim.percent} %`
        : `${claim.done} of ${claim.tasks}`

test.each([
  ['✅ Complete', 'done'],
  ['Complete', 'done'],
  ['In progress, waiting for a review', 'inProgress'],
  ['In progress (60 %)', '60 %'],
  ['75%', '75 %'],
  ['75% complete', '75 %'],
  ['~96% Complete (25/26)', '96 %'],
  ['16/31', '16 of 31'],
  ['3 of 5 tasks done', '3 of 5'],
  ['3 von 5 erledigt', '3 of 5'],
  ['3 von 5 Aufgaben sind erledigt', '3 of 5'],
  ['3 sur 5 tâches terminées', '3 of 5'],
  ['3 de 5 tareas', '3 of 5'],
  ['3 z 5 zadań', '3 of 5'],
  ['3/5 件完了', '3 of 5'],
  ['3 von 5 Servern', 'none'],
  ['Erledigt', 'done'],
  ['Завершено', 'done'],
  ['已完成', 'done'],
  ['❌ Not started', 'open'],
  ['🚧', 'inProgress'],
  ['80% coverage', 'none'],
  ['2026-11-01', 'none'],
  ['Pending review', 'none'],
  ['1/2/2026', 'none'],
])('a status, %s: %s', (text, expected) => expect(shown(readClaim(text))).toBe(expected))

test.each([
  ['Phase 1: Base ✅ COMPLETE', 'done'],
  ['Phase 1: Base ✅', 'done'],
  ['✅ Log in', 'done'],
  ['Log in (75% complete)', '75 %'],
  ['Log in (3/5 done)', '3 of 5'],
  ['Log in — Done', 'done'],
  ['Log in - COMPLETED ✅', 'done'],
  ['Log in [DONE]', 'done'],
  ['Log in (COMPLETE - 2026-01-05)', 'done'],
  ['Log in (In Progress)', 'inProgress'],
  ['Anmeldung (erledigt)', 'done'],
  ['Log in (1/3)', 'none'],
  ['Done', 'none'],
  ['In Progress', 'none'],
  ['Definition of Done', 'none'],
  ['Tests (80% coverage)', 'none'],
  ['Get it done', 'none'],
  ['Rewrite of the API', 'none'],
  ['Deploy to AWS', 'none'],
])('a heading, %s: %s', (text, expected) => expect(shown(claimOfHeading(text))).toBe(expected))

test.each([
  ['75%', 3, 4, true],
  ['70%', 2, 3, true],
  ['75%', 1, 2, false],
  ['100%', 99, 100, false],
  ['96%', 100, 100, false],
  ['3/5', 3, 5, true],
  ['3/5', 3, 6, false],
  ['Complete', 1, 2, false],
  ['In progress', 2, 2, false],
  ['Not started', 1, 2, false],
])('%s of %d of %d boxes: %s', (text, done, tasks, expected) => expect(agrees(readClaim(text) as Claim, {done, tasks})).toBe(expected))
