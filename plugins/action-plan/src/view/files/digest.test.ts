import {AdaptiveCard, SerializationContext, Version} from 'adaptivecards'
import type {HeaderBlock, SectionBlock} from '@slack/types'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {ReportPeriod} from '../../model/history.ts'
import {report} from '../../report.ts'
import {digestOf, type Digest} from './digest.ts'
import {digestHtml, digestMarkdown} from './digest-text.ts'
import {slackMessage} from './slack.ts'
import {toStatus} from './status.ts'
import {teamsMessage} from './teams.ts'

const PERIOD: ReportPeriod = {
  id: 'week',
  since: {kind: 'date', date: '2026-11-16'},
  base: {commit: 'c', day: '2026-11-16'},
  note: null,
  before: null,
  changes: [],
  slipped: [{id: '2', number: '2', title: 'B', from: '2026-11-20', to: '2026-11-27'}],
}
const digest = (text: string): Digest => {
  const source = {path: 'p.md', commit: null, committedAt: null, changedAt: null, dirty: false}
  return digestOf(toStatus(report({text, source, baseline: null, now: '2026-11-23T00:00:00Z', today: null, evidence: null}), null), PERIOD)
}
const LATE = '# Plan\n\n## 1. Keys (P0)\n\n- [x] a\n- [ ] b\n\n**Due**: 2026-11-02\n\n**Owner**: @ann\n\n## 2. Logs\n\n- [ ] c\n'

test('a digest has the verdict, what is late and whose it is, what slipped and what is next', () => {
  expect(digestMarkdown(digest(LATE))).toMatchInlineSnapshot(`
    "# Plan

    Off track: 1 of 2 items late: 1. 1/3 tasks (33 %). Status date 2026-11-23.

    Changes since 2026-11-16: no changes.

    ## Needs attention

    - 1 Keys (P0): 3 weeks late, @​ann: was due 2026-11-02; 1 of 2 tasks done

    ## Later than before

    - 2 B: 2026-11-20 → 2026-11-27

    ## Next tasks

    - 1 Keys: b
    - 2 Logs: c
    "
  `)
})

const any = fc.string({unit: 'binary', maxLength: 400})
const hostile = fc.oneof(
  any,
  fc.constantFrom(
    '<!channel> <@U123> <https://x.example|y>',
    '@here @everyone',
    '<at>Ann</at>',
    '[a](http://x.example)',
    '\u001B[2J\u202E',
  ),
)

/** As Slack documents its blocks; the types of its own kit say what they hold. */
function isWithinLimits(blocks: readonly (HeaderBlock | SectionBlock)[]): boolean {
  const texts = blocks.map((block) => [block.type === 'header' ? 150 : 3000, block.text?.text ?? ''] as const)
  return blocks.length <= 50 && texts.every(([most, text]) => text.length >= 1 && text.length <= most)
}

test('messages keep the limits and the schema of their service whatever the plan says, and mention nobody', {tags: ['slow']}, () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const made = digest(`# ${text}\n\n## 1. ${text}\n\n- [ ] ${text}\n\n**Due**: 2026-11-02\n`)
      const slack = slackMessage(made)
      expect(isWithinLimits(slack.blocks as (HeaderBlock | SectionBlock)[])).toBe(true)
      expect(slack.text).not.toMatch(/[<>]/)
      const teams = teamsMessage(made)
      const card = new AdaptiveCard()
      const context = new SerializationContext(new Version(1, 4))
      card.parse(teams.attachments[0].content, context)
      expect([context.eventCount, card.validateProperties().validationEvents.length]).toEqual([0, 0])
      // Teams takes 28 kB.
      expect(Buffer.byteLength(JSON.stringify(teams))).toBeLessThan(28_000)
      for (const written of [JSON.stringify(slack), JSON.stringify(teams), digestHtml(made), digestMarkdown(made)])
        expect(written).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|\\u00[01]/)
      expect(
        digestHtml(made).replace(/<\/?(?:html|head|body|title|h1|h2|p|ul|li|meta charset="utf-8"|html lang="en"|!doctype html)>/g, ''),
      ).not.toMatch(/[<>]/)
      for (const part of teams.attachments[0].content.body) expect(part.text).not.toMatch(/@[A-Za-z0-9_]|<at>/)
    }),
  )
})

test('long lists are counted, not cut in silence', () => {
  const many = Array.from({length: 9}, (_, at) => `## ${at + 1}. Item ${at + 1}\n\n- [ ] a\n\n**Due**: 2026-11-02\n`).join('\n')
  expect(digest(`# Plan\n\n${many}`).parts[0]?.lines.at(-1)).toBe('and 4 more')
})

test('what somebody wrote about the week comes first, as text', () => {
  const noted = LATE.replace(/^/, '---\nplan: {weeklyNote: "Keys wait for @bob."}\n---\n\n')
  expect(digest(noted).summary[0]).toBe('Keys wait for @bob.')
  expect(digestMarkdown(digest(noted))).toContain('\n\nKeys wait for @\u200Bbob.\n\n')
})
