import {execFileSync, spawn, type ChildProcessWithoutNullStreams} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {
  CodeActionRequest,
  CompletionRequest,
  createProtocolConnection,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentSymbolRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  PublishDiagnosticsNotification,
  ReferencesRequest,
  RenameRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type Diagnostic,
  type InitializeResult,
  type MarkupContent,
  type Position,
  type ProtocolConnection,
  type TextEdit,
} from 'vscode-languageserver/node'

// An editor as VS Code is one: it starts the command, and speaks the protocol over its standard input and output.

const BIN = fileURLToPath(new URL('../bin/action-plan.mjs', import.meta.url))
const PLAN = `---
plan:
  start: 2026-11-02
  metrics:
    "All keys": {items: ["1.1"]}
---

# Plan

## 1. Security (P0)

### 1.1 Change keys

- [x] lock the old ones
- [ ] hand out new ones
- [-] print them

**Timeline**: 2 days

**Owner**: @ann, Bob Ray

### 1.2 Check logins

- [] list them
- [ ] write to all

**Timeline**: 3 days

**Due**: 2026-11-06

**Depends on**: 1.1

## Implementation Schedule

### Week 1

- 1.1 first, then 1.2
`

let folder: string
let uri: string
let child: ChildProcessWithoutNullStreams
let editor: ProtocolConnection
let problems: Diagnostic[]
let published: number

const lineOf = (part: string, text = PLAN): number => text.split('\n').findIndex((line) => line.includes(part))
const at = (part: string, offset = 0): Position => {
  const line = lineOf(part)
  return {line, character: (PLAN.split('\n')[line] ?? '').indexOf(part) + offset}
}
const applied = (text: string, edits: readonly TextEdit[]): string => {
  const lines = text.split('\n')
  const order = [...edits].sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character)
  for (const {range, newText} of order) {
    const line = lines[range.start.line] ?? ''
    lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character)
  }
  return lines.join('\n')
}
/** Waits for the next problems that the server sends. */
const told = async (after: number): Promise<readonly Diagnostic[]> => {
  await expect.poll(() => published, {timeout: 20_000}).toBeGreaterThan(after)
  return problems
}
const codes = (): readonly unknown[] => problems.map(({code}) => code)
const type = (text: string, version: number): Promise<void> =>
  editor.sendNotification(DidChangeTextDocumentNotification.type, {textDocument: {uri, version}, contentChanges: [{text}]})
const open = (text: string, of = uri): Promise<void> =>
  editor.sendNotification(DidOpenTextDocumentNotification.type, {textDocument: {uri: of, languageId: 'markdown', version: 1, text}})
const actionsOn = async (part: string, text = PLAN): Promise<readonly CodeAction[]> => {
  const position = {line: lineOf(part, text), character: 0}
  const range = {start: position, end: position}
  return (await editor.sendRequest(CodeActionRequest.type, {textDocument: {uri}, range, context: {diagnostics: []}})) as CodeAction[]
}

let capabilities: InitializeResult['capabilities']
beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'lsp-')))
  writeFileSync(join(folder, 'package.json'), '{"actionPlan": {"plan": "plan.md"}}')
  writeFileSync(join(folder, 'plan.md'), PLAN)
  uri = pathToFileURL(join(folder, 'plan.md')).href
  child = spawn(process.execPath, [BIN, 'lsp', '--stdio'], {cwd: folder, env: {...process.env, SOURCE_DATE_EPOCH: '1794218400'}})
  editor = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin))
  ;[problems, published] = [[], 0]
  editor.onNotification(PublishDiagnosticsNotification.type, ({diagnostics}) => {
    problems = diagnostics
    published++
  })
  editor.listen()
  const result = await editor.sendRequest(InitializeRequest.type, {processId: process.pid, rootUri: null, capabilities: {}})
  capabilities = result.capabilities
  await editor.sendNotification(InitializedNotification.type, {})
}, 60_000)
afterEach(() => {
  editor.dispose()
  child.kill()
  rmSync(folder, {recursive: true})
})

test('problems stand where they are while somebody types, and a quick fix takes one away', {timeout: 60_000}, async () => {
  expect(capabilities).toMatchObject({hoverProvider: true, renameProvider: {prepareProvider: true}, inlayHintProvider: true})
  await open(PLAN)
  const first = await told(0)
  const near = first.find(({code}) => code === 'task/near-box')
  expect(near).toMatchObject({severity: 2, source: 'action-plan', range: {start: at('[] list'), end: at('[] list', 12)}})
  expect(near?.message).toMatch(/^"\[\]" is not a check box .*\.\nFix: put a space into the brackets/)

  const fix = (await actionsOn('[] list')).find(({kind}) => kind === 'quickfix')
  expect(fix).toMatchObject({isPreferred: true, diagnostics: [{code: 'task/near-box'}]})
  const text = applied(PLAN, fix?.edit?.changes?.[uri] ?? [])
  expect(text).toBe(PLAN.replace('- [] list', '- [ ] list'))
  await type(text, 2)
  await expect.poll(codes, {timeout: 20_000}).not.toContain('task/near-box')

  await type(text.replace('3 days', '3 dayz'), 3)
  await expect.poll(codes, {timeout: 20_000}).toContain('timeline/unreadable')
  expect(problems.find(({code}) => code === 'timeline/unreadable')).toMatchObject({
    severity: 1,
    range: {start: {line: at('3 days').line}},
  })
})

test('hover, hints and outline tell progress, dates and health of an item', {timeout: 60_000}, async () => {
  await open(PLAN)
  await told(0)
  const text = async (position: Position): Promise<string> =>
    ((await editor.sendRequest(HoverRequest.type, {textDocument: {uri}, position}))?.contents as MarkupContent | undefined)?.value ?? ''
  const heading = await text(at('Check logins'))
  expect(heading).toContain('**1.2 Check logins**')
  expect(heading).toContain('0 % · 0 of 1 tasks done')
  expect(heading).toContain('Planned 2026-11-04 to 2026-11-06')
  expect(heading).toContain('- Due 2026-11-06')
  expect(await text(at('1.1', 1))).toContain('Owner: ann, Bob Ray')
  expect(await text(at('first, then', -2))).toContain('**1.1 Change keys**')
  expect(await text(at('# Plan'))).toBe('')
  const everything = {start: {line: 0, character: 0}, end: {line: 99, character: 0}}
  const hints = await editor.sendRequest(InlayHintRequest.type, {textDocument: {uri}, range: everything})
  expect(hints?.map(({position, label}) => [position.line, label])).toEqual([
    [at('Change keys').line, expect.stringMatching(/^1 of 2 · 2026-11-02 – 2026-11-03 · /) as string],
    [at('Check logins').line, expect.stringMatching(/^0 of 1 · 2026-11-04 – 2026-11-06 · /) as string],
  ])
  const outline = await editor.sendRequest(DocumentSymbolRequest.type, {textDocument: {uri}})
  expect(outline).toMatchObject([{name: '1 Security', children: [{name: '1.1 Change keys'}, {name: '1.2 Check logins'}]}])
})

test('an item is found from where it is named, and gets another number everywhere', {timeout: 60_000}, async () => {
  await open(PLAN)
  await told(0)
  const dependency = {line: lineOf('**Depends on**'), character: '**Depends on**: '.length + 1}
  expect(await editor.sendRequest(DefinitionRequest.type, {textDocument: {uri}, position: dependency})).toMatchObject({
    range: {start: {line: at('Change keys').line}},
  })
  const found = await editor.sendRequest(ReferencesRequest.type, {
    textDocument: {uri},
    position: dependency,
    context: {includeDeclaration: true},
  })
  expect(found?.map(({range}) => range.start.line).sort((a, b) => a - b)).toEqual(
    [lineOf('"All keys"'), at('Change keys').line, dependency.line, lineOf('first, then')].sort((a, b) => a - b),
  )
  expect(await editor.sendRequest(PrepareRenameRequest.type, {textDocument: {uri}, position: dependency})).toMatchObject({
    start: {character: '**Depends on**: '.length},
  })
  const renamed = await editor.sendRequest(RenameRequest.type, {textDocument: {uri}, position: dependency, newName: '1.7'})
  expect(applied(PLAN, renamed?.changes?.[uri] ?? [])).toBe(PLAN.replaceAll('1.1', '1.7'))
  const refused = (newName: string): Promise<unknown> =>
    editor.sendRequest(RenameRequest.type, {textDocument: {uri}, position: dependency, newName})
  await expect(refused('1.2')).rejects.toThrow(
    `Line ${at('Check logins').line + 1} has the number 1.2: "Check logins". Choose another number.`,
  )
  await expect(refused('a b')).rejects.toThrow('"a b" is not read as the number of this item. Write a number such as 1.2.')
})

test('tasks are ticked and unticked; dropped ones are left alone', {timeout: 60_000}, async () => {
  await open(PLAN)
  await told(0)
  const tick = async (part: string): Promise<string> => {
    const action = (await actionsOn(part)).find(({kind}) => kind === 'refactor')
    return `${action?.title ?? 'none'}: ${applied(PLAN, action?.edit?.changes?.[uri] ?? []).split('\n')[lineOf(part)] ?? ''}`
  }
  expect(await tick('hand out')).toBe('Tick "hand out new ones": - [x] hand out new ones')
  expect(await tick('lock the')).toBe('Untick "lock the old ones": - [ ] lock the old ones')
  expect(await tick('print them')).toBe('none: - [-] print them')
  // A plan that writes the days on which tasks were done gets one more.
  const dated = PLAN.replace('lock the old ones', 'lock the old ones ✅ 2026-11-01')
  await type(dated, 2)
  const [action] = (await actionsOn('hand out')).filter(({kind}) => kind === 'refactor')
  expect(applied(dated, action?.edit?.changes?.[uri] ?? [])).toContain('- [x] hand out new ones ✅ 2026-11-09\n')
})

test('a row is ticked by its status', {timeout: 60_000}, async () => {
  const rows = '---\nplan: {tables: true}\n---\n\n| Task | Status |\n| --- | --- |\n| [Log](a.md) in | To do |\n'
  await open(rows)
  await told(0)
  const found = (await actionsOn('[Log]', rows)).find(({kind}) => kind === 'refactor')
  expect(found?.title).toBe('Tick "Log in"')
  expect(applied(rows, found?.edit?.changes?.[uri] ?? [])).toBe(rows.replace('To do', 'Done '))
})

test('fields, owners, items and dates are offered where they are written', {timeout: 60_000}, async () => {
  await open(PLAN)
  await told(0)
  const offered = async (line: string): Promise<readonly string[]> => {
    const before = published
    const text = PLAN.replace('**Timeline**: 3 days', line)
    await type(text, 10 + before)
    await told(before)
    const position = {line: lineOf('**Timeline**: 3 days'), character: line.length}
    const found = await editor.sendRequest(CompletionRequest.type, {textDocument: {uri}, position})
    return (Array.isArray(found) ? found : (found?.items ?? [])).map(({label}) => label)
  }
  expect(await offered('**O')).toEqual(expect.arrayContaining(['Owner', 'Due', 'Depends on', 'Risk', 'Blocked by']))
  expect(await offered('**Owner**: ')).toEqual(['Bob Ray', 'ann'])
  expect(await offered('**Depends on**: ')).toEqual(['1.1'])
  expect(await offered('**Due**: ')).toEqual(['2026-11-06', '2026-11-09', '2026-11-16', '2026-11-23', '2026-12-07'])
  expect(await offered('**Risk**: ')).toEqual(['high', 'medium', 'low'])
  expect(await offered('- [ ] ask @')).toEqual(['Bob Ray', 'ann'])
  expect(await offered('Text of a sentence')).toEqual([])
})

test(
  'a Markdown file that is no plan is left alone, one with settings is read; saving reads the repository again',
  {timeout: 60_000},
  async () => {
    const readme = pathToFileURL(join(folder, 'README.md')).href
    await open('# Read me\n\n- [] a\n', readme)
    expect(await told(0)).toEqual([])
    const other = pathToFileURL(join(folder, 'other.md')).href
    const count = published
    await open('---\nplan:\n  team: 2\n---\n\n- [] a\n- [ ] b\n', other)
    expect((await told(count)).map(({code}) => code)).toContain('task/near-box')

    // The baseline is there once it is saved: its absence was a problem before.
    const text = PLAN.replace('  start:', '  baseline: v1\n  start:')
    const opened = published
    await open(text)
    await expect.poll(codes, {timeout: 20_000}).toContain('baseline/unavailable')
    expect(published).toBeGreaterThan(opened)
    const git = (...args: readonly string[]): void =>
      void execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {cwd: folder, stdio: 'ignore'})
    git('init', '-q')
    git('add', '-A')
    git('commit', '-q', '-m', 'a')
    git('tag', 'v1')
    await editor.sendNotification(DidSaveTextDocumentNotification.type, {textDocument: {uri}})
    await expect.poll(codes, {timeout: 20_000}).not.toContain('baseline/unavailable')
  },
)

test('it ends when the editor says so, and when the editor is gone', {timeout: 60_000}, async () => {
  await editor.sendRequest(ShutdownRequest.type)
  await editor.sendNotification(ExitNotification.type)
  if (child.exitCode === null) await once(child, 'exit')
  expect(child.exitCode).toBe(0)
  const alone = spawn(process.execPath, [BIN, 'lsp'], {cwd: folder})
  alone.stdin.end()
  const [status] = (await once(alone, 'exit')) as [number]
  expect(status).toBe(1)
})
