import {expect, test} from 'vitest'
import {bare, expanded, simpleCommands} from './shell-text.ts'

test('what is quoted is masked, and what a substitution within quotes holds is not', () => {
  expect(bare(`echo "a $(cat "c # d") e" # f`)).toBe(`echo "··$(cat "·····")··" # f`.replace('$(', '··').replace(')··', '···'))
  expect(bare(`[ "\${X:?it's}" = 'a b' ] && y`)).toBe(`[ "··········" = '···' ] && y`)
  expect(expanded(`echo '!a' "!b" \\!`)).toBe(`echo '··' "!b" ··`)
  expect(bare('x=$((1 + 2)); y')).toBe('x=$((·····)); y')
})

test.each([
  ['a && b | c; d', ['a', 'b', 'c', 'd']],
  ['x=$(curl "$URL" | tail -1) y', ['x=$(curl "$URL" | tail -1) y', 'curl "$URL"', 'tail -1']],
  ['a "$(b "$(c; d)")" e', ['a "$(b "$(c; d)")" e', 'b "$(c; d)"', 'c', 'd']],
  ['if a; then b 2>&1; else c; fi', ['a', 'b 2>&1', 'c', 'fi']],
  ['psql -c "a; b" \\\n  -c "c"', ['psql -c "a; b"     -c "c"']],
  ['diff <(a) <(b)', ['diff <(a) <(b)', 'a', 'b']],
  ['f() { a; }', ['f', 'a']],
])('%s has these commands', (text, commands) => expect(simpleCommands(text)).toEqual(commands))
