import type {Block, Page} from '../model/page.ts'

/** The blocks of a page as one script for reading and for a test server: it announces each block and stops at the first that ends otherwise than the page says. */
export const toScript = (page: Page): string => `${[head(page), ...page.blocks.map((block) => body(page, block))].join('\n')}`

const head = (page: Page): string => `#!/usr/bin/env bash
# ${page.title}
# The commands of ${page.path}, in order. Services: ${page.fixtures.join(', ') || 'none'}.
__block() { printf '\\n# %s (%s)\\n' "$1" "$2"; }
__ended() { [ "$1" -eq "$2" ] || { echo "exit status $1, expected $2" >&2; exit 1; }; }
`

const body = (page: Page, block: Block): string => {
  const place = `${page.path}:${block.line}`
  if (block.kind === 'no-run') return `# ${block.id} (${place}) is not run: ${block.reason}\n${block.text.replace(/^/gm, '#   ')}\n`
  const commands = commandsOf(block)
  return `__block ${block.id} ${place}\n${commands}\n__ended "$?" ${block.exit}\n`
}

/** What is pasted for a block: its commands, or the command that writes its file. */
export const commandsOf = (block: Block): string => (block.kind === 'file' ? fileCommands(block) : block.text)

const fileCommands = (block: Block): string => {
  let mark = 'END_OF_FILE'
  while (block.text.split('\n').includes(mark)) mark += '_'
  const path = block.path ?? ''
  const folder = path.includes('/') ? `mkdir -p ${path.replace(/\/[^/]*$/, '')}\n` : ''
  return `${folder}cat > ${path} <<'${mark}'\n${block.text}\n${mark}`
}
