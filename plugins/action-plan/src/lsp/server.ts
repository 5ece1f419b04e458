import {dirname, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {
  CodeActionKind,
  createConnection,
  ErrorCodes,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {additionsOf} from '../load/history.ts'
import {loadFacts} from '../load/report.ts'
import {pastOf} from '../source/history.ts'
import {planReader} from '../parse/structure/plan.ts'
import {reportOf, withAdditions, type Inputs} from '../report.ts'
import {hasPlanSettings} from '../parse/settings/has-settings.ts'
import {DEFAULT_PLAN, findProject, shownPath} from '../source/file.ts'
import {actions} from './actions.ts'
import {completion} from './completion.ts'
import {diagnostics} from './diagnostics.ts'
import {hints} from './hints.ts'
import {hover} from './hover.ts'
import {namedAt, planDocument, wholeLine, type PlanDocument} from './plan-document.ts'
import {itemNumberAt, references, rename} from './rename.ts'
import {symbols} from './symbols.ts'

/** What the caller decides of a server. */
export interface LanguageServer {
  readonly version: string
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  /** The instant of now, ISO with offset. */
  readonly now: () => string
  /** Whether every Markdown file is taken for a plan. */
  readonly all: boolean
}

/** What stands beside the text of a plan: read when it is opened and when it is saved. */
interface Beside {
  readonly facts: Omit<Inputs, 'text' | 'now'>
  readonly added: ReadonlyMap<string, string>
}

/** Serves an editor until it says good-bye (Language Server Protocol 3.17). The result is the exit status that the protocol asks for. */
// eslint-disable-next-line max-lines-per-function -- handlers of a protocol, a few lines each
export function serve({version, input, output, now, all}: LanguageServer): Promise<number> {
  const connection = createConnection(new StreamMessageReader(input), new StreamMessageWriter(output))
  const documents = new TextDocuments(TextDocument)
  const beside = new Map<string, Beside>()
  const read = new Map<string, {readonly version: number; readonly document: PlanDocument}>()
  /** Of each open plan, what reads what is typed into it. */
  const readers = new Map<string, ReturnType<typeof planReader>>()

  /** The plan of an address as the editor has it now; null for what is none. */
  const planAt = (uri: string): PlanDocument | null => {
    const open = documents.get(uri)
    if (open === undefined || !(all || isPlan(uri, open.getText()))) return null
    const known = read.get(uri)
    if (known?.version === open.version) return known.document
    const text = open.getText()
    const reader = readers.get(uri) ?? planReader()
    readers.set(uri, reader)
    const parsed = reader(text)
    const {facts, added} = beside.get(uri) ?? {facts: {...ALONE, source: {...NO_SOURCE, path: pathOf(uri) ?? uri}}, added: NONE_ADDED}
    const document = planDocument(text, parsed, withAdditions(reportOf(parsed, {...facts, now: now()}), added))
    read.set(uri, {version: open.version, document})
    return document
  }

  const publish = (uri: string): void => {
    const document = planAt(uri)
    void connection.sendDiagnostics({uri, diagnostics: document === null ? [] : [...diagnostics(document)]})
  }

  /** Reads what stands beside the text, and judges again. */
  const refresh = async (uri: string): Promise<void> => {
    const [file, document] = [pathOf(uri), planAt(uri)]
    if (file === null || document === null) return
    const {root} = findProject(dirname(file))
    const text = documents.get(uri)?.getText() ?? ''
    const past = pastOf(file)
    const reading = {past, path: shownPath(root, file), root, now: now(), today: null, askUrls: false}
    const facts = await loadFacts({text, parsed: document.parsed}, reading)
    beside.set(uri, {facts, added: await additionsOf(past, reportOf(document.parsed, facts))})
    read.delete(uri)
    publish(uri)
    void connection.languages.inlayHint.refresh().catch(() => undefined)
  }

  connection.onInitialize(() => ({
    serverInfo: {name: 'action-plan', version},
    capabilities: {
      textDocumentSync: {openClose: true, change: TextDocumentSyncKind.Incremental, save: true},
      hoverProvider: true,
      completionProvider: {triggerCharacters: ['@', '*', ':', ' ']},
      definitionProvider: true,
      referencesProvider: true,
      documentSymbolProvider: true,
      renameProvider: {prepareProvider: true},
      codeActionProvider: {codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, CodeActionKind.SourceFixAll]},
      inlayHintProvider: true,
    },
  }))

  documents.onDidChangeContent(({document}) => publish(document.uri))
  documents.onDidOpen(({document}) => void refresh(document.uri))
  documents.onDidSave(({document}) => void refresh(document.uri))
  documents.onDidClose(({document: {uri}}) => {
    beside.delete(uri)
    read.delete(uri)
    void connection.sendDiagnostics({uri, diagnostics: []})
  })

  connection.onHover(({textDocument: {uri}, position}) => {
    const document = planAt(uri)
    return document === null ? null : hover(document, position)
  })
  connection.onCompletion(({textDocument: {uri}, position}) => {
    const document = planAt(uri)
    return document === null ? [] : [...completion(document, position)]
  })
  connection.onDefinition(({textDocument: {uri}, position}) => {
    const document = planAt(uri)
    const found = document === null ? null : namedAt(document, position)
    return document === null || found === null ? null : {uri, range: wholeLine(document, found.named.item.line)}
  })
  connection.onReferences(({textDocument: {uri}, position, context}) => {
    const document = planAt(uri)
    return document === null ? [] : references(document, position, context.includeDeclaration).map((range) => ({uri, range}))
  })
  connection.onDocumentSymbol(({textDocument: {uri}}) => {
    const document = planAt(uri)
    return document === null ? [] : symbols(document)
  })
  connection.onCodeAction(({textDocument: {uri}, range}) => {
    const document = planAt(uri)
    return document === null ? [] : [...actions(document, uri, range)]
  })
  connection.onPrepareRename(({textDocument: {uri}, position}) => {
    const document = planAt(uri)
    return document === null ? null : (itemNumberAt(document, position)?.range ?? null)
  })
  connection.onRenameRequest(({textDocument: {uri}, position, newName}) => {
    const document = planAt(uri)
    if (document === null) return null
    const edits = rename(document, position, newName)
    return typeof edits === 'string' ? new ResponseError(ErrorCodes.InvalidRequest, edits) : {changes: {[uri]: [...edits]}}
  })
  connection.languages.inlayHint.on(({textDocument: {uri}, range}) => {
    const document = planAt(uri)
    return document === null ? [] : [...hints(document, range)]
  })

  documents.listen(connection)
  connection.listen()
  return new Promise((done) => {
    let isShutDown = false
    connection.onShutdown(() => void (isShutDown = true))
    connection.onExit(() => done(isShutDown ? 0 : 1))
    input.on('end', () => done(isShutDown ? 0 : 1))
  })
}

const NO_SOURCE = {commit: null, committedAt: null, changedAt: null, dirty: false}
const ALONE = {baseline: null, today: null, evidence: null}
const NONE_ADDED: ReadonlyMap<string, string> = new Map()

/** The file of an address; null for one that is not saved. */
function pathOf(uri: string): string | null {
  return uri.startsWith('file:') ? fileURLToPath(uri) : null
}

/** The plan of its project, or a file whose front matter has settings of a plan. */
function isPlan(uri: string, text: string): boolean {
  if (hasPlanSettings(text)) return true
  const file = pathOf(uri)
  if (file === null) return false
  const {root, plan} = findProject(dirname(file))
  return resolve(root, plan ?? DEFAULT_PLAN) === file
}
