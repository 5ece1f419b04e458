import {expect, test} from 'vitest'
import {parsePlan} from './plan.ts'

test.each(['## Priority Levels', '## Priority Levels {#levels}', '## 2. Priority Levels', '## Priorités'])(
  'a legend of priorities under "%s" is read',
  (heading) => {
    const {plan, problems} = parsePlan(`# P\n\n${heading}\n\n- A (Now): at once - 2 days\n\n## Work (A)\n\n- [ ] a\n`)
    expect(plan.priorities).toMatchObject([{id: 'A', title: 'Now', deadlineDays: 2}])
    expect(plan.sections.map(({priority}) => priority)).toEqual(['A'])
    expect(problems).toEqual([])
  },
)
