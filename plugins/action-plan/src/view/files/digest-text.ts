import {escapeHtml} from '../../model/text.ts'
import type {Digest} from './digest.ts'
import {escapeMarkdown} from './escape.ts'

/** The digest as Markdown: nothing in it notifies anybody. */
export function digestMarkdown({title, summary, parts}: Digest): string {
  const part = ({heading, lines}: Digest['parts'][number]): readonly string[] => [
    `## ${heading}`,
    '',
    ...lines.map((line) => `- ${escapeMarkdown(line)}`),
    '',
  ]
  return [`# ${escapeMarkdown(title)}`, '', ...summary.flatMap((line) => [escapeMarkdown(line), '']), ...parts.flatMap(part)].join('\n')
}

/** The digest as the HTML of a mail: no scripts, no images, no styles of its own. */
export function digestHtml({title, summary, parts}: Digest): string {
  const part = ({heading, lines}: Digest['parts'][number]): string =>
    `<h2>${heading}</h2>\n<ul>\n${lines.map((line) => `<li>${escapeHtml(line)}</li>\n`).join('')}</ul>\n`
  const head = `<meta charset="utf-8">\n<title>${escapeHtml(title)}</title>`
  const body = `<h1>${escapeHtml(title)}</h1>\n${summary.map((line) => `<p>${escapeHtml(line)}</p>\n`).join('')}${parts.map(part).join('')}`
  return `<!doctype html>\n<html lang="en">\n<head>\n${head}\n</head>\n<body>\n${body}</body>\n</html>\n`
}
