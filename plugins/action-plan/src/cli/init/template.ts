import {addDays, dayNumber, weekdayOf} from '../../model/date.ts'

/** A plan to begin with, as if it had begun a fortnight ago: something is done, something is late, something comes next. `today` is an ISO date. */
export function planTemplate(today: string): string {
  const monday = addDays(today, -weekdayOf(dayNumber(today)))
  return `---
plan:
  start: ${addDays(monday, -14)}
---

# Roadmap

Change this plan to yours: headings, lists of tasks, and the fields that you need. Everything else follows from it.

## 1. First release (P0)

### 1.1 Decide what to build

- [x] Write down the goal in one sentence
- [x] List what is left out

**Timeline**: 2 days
**Owner**: @you

### 1.2 Build the first version

- [x] Set up the repository
- [ ] Make one thing work from end to end
- [ ] Write down how to use it

**Timeline**: 1 week
**Owner**: @you
**Depends on**: 1.1
**Due**: ${addDays(monday, -6)}

## 2. First users (P1)

### 2.1 Show it

- [ ] Let three people try it
- [ ] Note where they get stuck

**Timeline**: 3 days
**Depends on**: 1.2
**Due**: ${addDays(monday, 11)}

### 2.2 Fix what stopped them

- [ ] Choose the worst three faults
- [ ] Release the second version

**Timeline**: 1 week
**Depends on**: 2.1
`
}
