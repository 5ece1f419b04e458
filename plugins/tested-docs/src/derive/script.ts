import type {Block, Page} from '../model/page.ts'

/**
 * The script that a page makes, the same that is printed and executed. The runner supplies its own `__block` and `__ended` through
 * TESTED_DOCS_HOOKS; without them the script announces each block and stops at the first that ends otherwise than the page says.
 */
export const toScript = (page: Page): string => `${[head(page), ...page.blocks.map((block, index) => body(page, block, index))].join('\n')}`

const head = (page: Page): string => `#!/usr/bin/env bash
# ${page.title}
# The commands of ${page.path}, in order. Services: ${page.fixtures.join(', ') || 'none'}.
set -euo pipefail
if [ -n "\${TESTED_DOCS_HOOKS-}" ]; then
  . "$TESTED_DOCS_HOOKS"
else
  __block() { printf '\\n# %s (%s)\\n' "$2" "$3"; }
  __ended() { [ "$2" -eq "$3" ] || { echo "exit status $2, expected $3" >&2; exit 1; }; }
fi
`

const body = (page: Page, block: Block, index: number): string => {
  const place = `${page.path}:${block.line}`
  if (block.kind === 'no-run') return `# ${block.id} (${place}) is not run: ${block.reason}\n${block.text.replace(/^/gm, '#   ')}\n`
  const commands = block.kind === 'file' ? fileCommands(block) : block.text
  const start = `__block ${index} ${block.id} ${place}`
  // A block that ends otherwise than with 0 runs in a subshell, so that `set -e` holds inside it and the page goes on after it.
  if (block.exit !== 0) return `${start}\nset +e\n(\nset -e\n${commands}\n)\n__ended ${index} "$?" ${block.exit}\nset -e\n`
  return `${start}\n${commands}\n__ended ${index} "$?" 0\n`
}

const fileCommands = (block: Block): string => {
  let mark = 'END_OF_FILE'
  while (block.text.split('\n').includes(mark)) mark += '_'
  const path = block.path ?? ''
  const folder = path.includes('/') ? `mkdir -p ${path.replace(/\/[^/]*$/, '')}\n` : ''
  return `${folder}cat > ${path} <<'${mark}'\n${block.text}\n${mark}`
}
