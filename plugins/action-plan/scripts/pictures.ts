import {report} from '../src/report.ts'
import {cardOf, cardSvg} from '../src/view/files/card.ts'

/** Colours of a card on a dark page, by those on a light one. Its ground is told apart from white words by what follows it. */
const DARK: readonly (readonly [light: string, dark: string])[] = [
  ['fill="#fff" stroke=', 'fill="#0d1117" stroke='],
  ['#1f2328', '#e6edf3'],
  ['#57606a', '#9198a1'],
  ['#d0d7de', '#3d444d'],
]

/** The plan that a README shows: its first block of Markdown. */
function planOf(readme: string): string {
  const [, plan] = /^```markdown\n([\s\S]*?)^```$/m.exec(readme) ?? []
  if (plan === undefined) throw new Error('README.md: unexpected no block of Markdown, expected the plan that the pictures are of')
  return plan
}

/** The card of that plan on a fixed day, for light and for dark pages. */
export function pictures(readme: string): Readonly<Record<'light' | 'dark', string>> {
  const source = {path: 'ROADMAP.md', commit: null, committedAt: null, changedAt: null, dirty: false}
  const made = report({text: planOf(readme), source, baseline: null, now: '2026-11-26T12:00:00Z', today: null, evidence: null})
  const light = cardSvg(cardOf(made))
  return {light, dark: DARK.reduce((svg, [from, to]) => svg.replaceAll(from, to), light)}
}
