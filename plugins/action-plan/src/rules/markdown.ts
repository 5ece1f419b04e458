import {insert} from './edit.ts'
import {group, rule} from './rule.ts'

export const MARKDOWN_RULES = group('Markdown', 'Where Markdown reads the file in another way than its author.', {
  'markdown/unclosed-fence': rule({
    severity: 'error',
    finds: 'A code fence that is never closed swallows what follows.',
    help: 'Write the closing fence: as many of the same character as the opening one, on a line of their own.',
    message: () => 'this code fence is never closed, so everything after it is code',
    fix: () => 'close it with a line of the same fence',
  }),
  'markdown/unclosed-comment': rule<{readonly endLine: number}>({
    severity: 'error',
    finds: 'A comment that is never closed hides what follows.',
    help: 'Close it with `-->`.',
    message: ({endLine}) => `this comment is never closed, so everything after it, to line ${endLine}, is hidden`,
    fix: () => 'close it with "-->"',
  }),
  'markdown/unclosed-front-matter': rule({
    severity: 'error',
    finds: 'Front matter that is never closed swallows the whole file.',
    help: 'Write `---` on a line of its own after the settings.',
    message: () => 'the front matter is never closed, so the whole file is front matter',
    fix: () => 'write "---" on its own line after the settings',
  }),
  'markdown/too-deep': rule<{readonly depth: number; readonly limit: number}>({
    severity: 'error',
    finds: 'Lists or quotes nested more than 100 deep.',
    help: 'Move the inner lists out. What stands deeper than 100 lists is not read by other tools either, and some of them say nothing.',
    message: ({depth, limit}) => `lists or quotes are nested ${depth} deep, expected at most ${limit}`,
    fix: () => 'move the inner lists to the top',
  }),
  'markdown/too-long': rule<{readonly of: 'headings' | 'blocks'; readonly limit: number}>({
    severity: 'error',
    finds: 'More than 20,000 headings, or 400,000 blocks of Markdown. A task is two blocks: its bullet and its text.',
    help: 'Split the plan into several files. What stands behind the limit is not read, so the numbers are those of the part before it.',
    message: ({of, limit}) => `the plan has more than ${limit} ${of}: nothing is read from this line on`,
    fix: () => 'split the plan into several files',
  }),
  'markdown/not-a-heading': rule<{readonly text: string; readonly signs: number}>({
    severity: 'warning',
    finds: 'Number signs without a space after them are text.',
    help: 'Put a space after the number signs: `## Tasks`.',
    message: ({text}) => `"${text}" is text, not a heading`,
    fix: () => 'put a space after the number signs',
    // "#done" may be a hashtag; two number signs are none.
    edits: ({signs}, {line, column}) => (signs < 2 ? [] : [insert({line, column: column + signs}, ' ')]),
  }),
})
