// Replays the history of a plan in a process of its own: prints how many revisions it read and the most memory it took, in MB.
import {createJiti} from 'jiti'

const jiti = createJiti(import.meta.url)
const [{historyOf}, {planReader}, {report}, {pastOf}, {readPlanText}] = await Promise.all(
  ['derive/history/history', 'parse/structure/plan', 'report', 'source/history', 'source/file'].map((name) =>
    jiti.import(`../src/${name}.ts`),
  ),
)
const file = process.argv[2]
const last = report({
  text: readPlanText(file),
  source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
  baseline: null,
  now: '2026-12-01T12:00:00Z',
  today: null,
})
const found = await historyOf(pastOf(file), planReader(), last)
console.log(JSON.stringify({revisions: found.revisions?.length ?? 0, megabytes: Math.round(process.resourceUsage().maxRSS / 1024)}))
