import {visit} from 'unist-util-visit'
import {placeOf, prose, type Page} from '../page.ts'
import type {Finding} from '../problem.ts'

const UNFINISHED = /\b(?:TODO|TBD|FIXME|XXX)\b|\blorem ipsum\b/gi

/** What is announced but not written. Inline code may quote these words. */
export function unfinished(page: Page): Finding[] {
  const texts = prose(page).map(({value, line, column}) => ({value, line, column}))
  visit(page.tree, 'code', (node) => {
    texts.push({value: node.value, line: placeOf(node).line + 1, column: 1})
  })
  return texts.flatMap(({value, line, column}) =>
    value.split('\n').flatMap((row, index) =>
      [...row.matchAll(UNFINISHED)]
        // "todo" in small letters is a word of its own; only Latin filler counts in any case.
        .filter(([word]) => word === word.toUpperCase() || /lorem/i.test(word))
        .map((match) => ({line: line + index, column: (index === 0 ? column : 1) + match.index, reason: `"${match[0]}"`, fix: 'write it now, or delete the sentence'})),
    ),
  )
}

const SECRETS: readonly {readonly name: string; readonly pattern: RegExp}[] = [
  {name: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/},
  {name: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/},
  {name: 'a JSON Web Token', pattern: /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/},
  {name: 'a Vault token', pattern: /\b(?:hv[sbr]\.[\w-]{20,}|s\.[A-Za-z0-9]{24})\b/},
  {name: 'a GitHub token', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{22,})\b/},
  {name: 'a GitLab token', pattern: /\bglpat-[\w-]{20,}/},
  {name: 'a Slack token', pattern: /\bxox[abprs]-[\w-]{10,}/},
  {name: 'a Stripe key', pattern: /\b[rs]k_live_[A-Za-z0-9]{16,}/},
  {name: 'a password in an address', pattern: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"]+:(?![$<{%*…]|\.\.\.)[^\s/@'"]+@/i},
]

/** The line, or the one above it, may say that the value is a made-up one. */
const ALLOWED = /lint-allow: secret\b/

export function secrets({lines}: Page): Finding[] {
  return lines.flatMap((text, index) => {
    if (ALLOWED.test(text) || ALLOWED.test(lines[index - 1] ?? '')) return []
    return SECRETS.flatMap(({name, pattern}) => {
      const match = pattern.exec(text)
      const fix = 'use an environment variable or a <placeholder>; for a made-up value write "lint-allow: secret" in a comment on the line above'
      return match ? [{line: index + 1, column: match.index + 1, reason: `this looks like ${name}`, fix}] : []
    })
  })
}
