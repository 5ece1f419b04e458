import {afterAll, describe, expect, test, vi} from 'vitest'
import {parsePage} from './parse/page.ts'
import {type Ran, runPage} from './run.ts'
import {hasCommand} from './source/machine.ts'
import {closeAll, type ShellName, SHELLS} from './source/sandbox.ts'

vi.setConfig({testTimeout: 60_000})
afterAll(closeAll)

const run = async (body: string, rehearsal: string, shell: ShellName = 'bash'): Promise<Ran> => {
  const text = `---\ntitle: Try\nverification: {level: 0}\n---\n${body}`
  const {page, problems} = parsePage('docs/runbooks/try.md', text, 'sha256:0', {path: 'try.sh', text: rehearsal})
  if (shell === 'bash') expect(problems).toEqual([])
  return runPage(page, '2026-11-23', shell)
}
const reasons = ({complaints}: Ran): string[] => complaints.map(({block, reason}) => `${block}: ${reason}`)
const block = (id: string, text: string, expected = ''): string =>
  `\`\`\`bash run id=${id}\n${text}\n\`\`\`\n${expected === '' ? '' : `\n\`\`\`text expect\n${expected}\n\`\`\`\n`}\n`

const GATED = block('remove', 'if [ "${REMOVE-no}" = yes ]; then rm precious; fi\nls', 'other')
const REHEARSAL = '#: setup\ntouch precious other\n#: type remove\nREMOVE=yes\n'

describe('a gate', () => {
  test('is tried closed first, and opened by what the reader types', async () => {
    expect(reasons(await run(GATED, REHEARSAL))).toEqual([])
  })

  test.each([
    ['that is open unless somebody closes it', '"${REMOVE-no}" = yes', '"${REMOVE-open}" != no'],
    ['that is gone', 'if [ "${REMOVE-no}" = yes ]; then rm precious; fi', ': "$REMOVE"; rm precious'],
    ['whose condition is reversed', '"${REMOVE-no}" = yes', '"${REMOVE-no}" != yes'],
  ])('%s changes something before anything was filled in', async (_what, from, to) => {
    expect(GATED).toContain(from)
    expect(reasons(await run(GATED.replace(from, to), REHEARSAL))).toEqual([
      expect.stringMatching(/^remove: before anything was filled in: it changed something: gone: .*precious$/),
    ])
  })

  test('that the block does not ask for is told', async () => {
    expect(reasons(await run(GATED.replace('"${REMOVE-no}" = yes', '1 = 2'), REHEARSAL))).toEqual([
      'remove: it does not ask for REMOVE, which the reader fills in here',
    ])
  })
})

test('a block that asks for a variable changes nothing in a new shell, where it is not set', async () => {
  const body = block('name', 'FILE=precious') + block('remove', ': "${FILE:?}"\nrm -f precious other')
  expect(reasons(await run(body, '#: setup\ntouch precious other\n'))).toEqual([
    expect.stringMatching(/^remove: in a new shell: it changed something: gone: .*(precious|other)$/),
  ])
  const guarded = block('name', 'FILE=precious') + block('remove', 'rm -f "${FILE:?}"')
  expect(reasons(await run(guarded, '#: setup\ntouch precious other\n'))).toEqual([])
})

test('a gate holds by itself, also when everything else is filled in', async () => {
  const rehearsal = '#: setup\ntouch precious\n#: type remove\nFILE=precious REMOVE=yes\n'
  const gated = block('remove', '[ "${REMOVE-no}" = yes ] && rm -f "${FILE:?}"; true')
  expect(reasons(await run(gated, rehearsal))).toEqual([])
  expect(reasons(await run(gated.replace(' = yes ]', ' = yes ] || [ -n "${FILE-}" ]'), rehearsal))).toEqual([
    expect.stringMatching(/^remove: with all filled in but REMOVE: it changed something: gone: .*precious$/),
  ])
})

test('a step needs what earlier steps left: in a new shell, where only its own variables are filled in, it changes nothing', async () => {
  const rehearsal = '#: setup\ntouch old precious\n#: type remove\nREMOVE=yes\n'
  const body = (guard: string): string =>
    block('name', 'FILE=old') + block('remove', `[ "\${REMOVE-no}" = yes ] && ${guard}rm -f "\${FILE:-precious}"; true`)
  expect(reasons(await run(body('[ -n "${FILE:?}" ] && '), rehearsal))).toEqual([])
  expect(reasons(await run(body(''), rehearsal))).toEqual([
    expect.stringMatching(/^remove: .*in a new shell with only this step filled in: it changed something: gone: .*precious$/),
  ])
  const functions = block('name', 'remove() { rm -f old; }') + block('remove', '[ "${REMOVE-no}" = yes ] && remove || rm precious')
  expect(reasons(await run(functions, rehearsal))[0]).toContain('it changed something: gone:')
})

test('each thing that the reader fills in is left out once, and then nothing changes', async () => {
  const rehearsal = '#: setup\ntouch a b\n#: type remove\nFIRST=a SECOND=b\n'
  expect(reasons(await run(block('remove', '[ -n "${FIRST:?}" ] && [ -n "${SECOND:?}" ] && rm "$FIRST" "$SECOND"'), rehearsal))).toEqual([])
  expect(reasons(await run(block('remove', 'rm "${FIRST:?}"\nrm "${SECOND:?}"'), rehearsal))).toEqual([
    expect.stringMatching(/^remove: with all filled in but FIRST: it changed something: gone: .*b$/),
  ])
})

test('a block that did its work is pasted again without its gate, and then changes nothing and forgets nothing', async () => {
  const rehearsal = '#: setup\n: > limit\n#: type limit\nLIMIT=yes\n'
  const limit = (otherwise: string): string => block('limit', `if [ "\${LIMIT-no}" = yes ]; then echo 4 > limit; else ${otherwise}; fi`)
  expect(reasons(await run(limit(':'), rehearsal))).toEqual([])
  expect(reasons(await run(limit(': > limit'), rehearsal))).toEqual([
    expect.stringMatching(/^limit: again, without LIMIT: it changed something: .*limit$/),
  ])
})

test.skipIf(!hasCommand('zsh'))('a page is pasted into zsh as into bash, and what zsh reads otherwise fails there', async () => {
  const body = (text: string): string => block('fill', 'FILE=a; greet() { echo "hello $1"; }') + block('do', text, 'hello a')
  const rehearsal = '#: setup\ntouch a\n#: type do\nGREET=yes\n'
  const good = body('[ "${GREET-no}" = yes ] && greet "${FILE:?}"')
  for (const shell of SHELLS) expect(reasons(await run(good, rehearsal, shell))).toEqual([])
  for (const trap of ['echo hello a # a comment', 'ls *.gone; greet a', '[ a == a ] && greet a']) {
    const bad = body(`[ "\${GREET-no}" = yes ] && { ${trap}\n}`)
    expect(reasons(await run(bad, rehearsal, 'zsh')), trap).toEqual([expect.stringMatching(/^do: /)])
  }
})

test('what is filled in wrongly is refused, and forgotten afterwards', async () => {
  const guarded = block('remove', '[ "${FILE:?}" = old ] && rm "$FILE" && echo removed', 'removed')
  const rehearsal = '#: setup\ntouch old precious\n#: type remove\nFILE=old\n#: mistype remove\nFILE=precious\n#: end\n[ ! -e old ]\n'
  expect(reasons(await run(guarded, rehearsal))).toEqual([])
  expect(reasons(await run(guarded.replace('[ "${FILE:?}" = old ]', '[ -e "${FILE:?}" ]'), rehearsal))).toEqual([
    'remove: with try.sh:5 it prints the same as when all is well',
  ])
  expect(reasons(await run(guarded, rehearsal.replace('#: mistype remove', '#: mistype remove not yours')))).toEqual([
    'remove: with try.sh:5 it does not print "not yours"',
  ])
})

describe('a comparison', () => {
  const CHECK = block('check', '[ "$(cat a)" = "$(cat b)" ] && echo same || echo different', 'same')
  const DENIED = '#: setup\necho 1 | tee a > b\n#: deny check different\necho 2 > b\n#: mend check\necho 1 > b\n'

  test('passes when it fails where it must', async () => {
    expect(reasons(await run(CHECK, DENIED))).toEqual([])
  })
  test('with itself is caught', async () => {
    expect(reasons(await run(CHECK.replace('$(cat b)', '$(cat a)'), DENIED))).toEqual([
      'check: with try.sh:3 it does not print "different"',
    ])
  })
  test('that acts although it must refuse is caught', async () => {
    expect(reasons(await run(CHECK.replace('echo different', '{ echo different; rm b; }'), DENIED))).toEqual([
      expect.stringMatching(/^check: with try\.sh:3 it changed something: gone: /),
    ])
  })
})

test('what must be true after a block is asked, and the page must do in each situation', async () => {
  const body = block('who', 'echo "active: $(cat active)"', 'active: app_a')
  const rehearsal = '#: situation a\n#: situation b app_a=app_b\n#: setup\necho app_$SITUATION > active\n#: after who\n[ -f active ]\n'
  const ran = await run(body, rehearsal)
  expect(reasons(ran)).toEqual([])
  expect(ran.result.situations).toEqual(['a', 'b'])
  expect(reasons(await run(body.replace('$(cat active)', 'app_a'), rehearsal))).toEqual([
    'who: in the situation "b": printed "active: app_a", expected "active: app_b"',
  ])
  expect(reasons(await run(body, rehearsal.replace('[ -f active ]', '[ -f gone ] || { echo "no file" >&2; false; }')))).toEqual([
    'who: in the situation "a": try.sh:5 (after) ended with 1: no file',
  ])
})
