import {compare} from './derive/compare.ts'
import {judge} from './derive/judge.ts'
import {commandsOf} from './derive/script.ts'
import {swapped, swapWords} from './derive/swap.ts'
import type {Complaint} from './model/complaint.ts'
import type {Block, Page} from './model/page.ts'
import type {Scene, SceneKind, Situation} from './model/rehearsal.ts'
import type {BlockResult} from './model/result.ts'
import type {Sandbox} from './source/sandbox.ts'
import {openShell, type Shell} from './source/shell.ts'
import {firstChange, play, snapshot} from './source/world.ts'

/** Seconds that a block may take which must do nothing, or must refuse. */
const REFUSAL_LIMIT = 60
const NEEDS_A_VARIABLE = /\$\{\w+:?\?/
/** A variable that may be absent; with "no" for what it is then, it is a gate. */
const OPTIONAL = /\$\{([A-Z_]+)-(?:no)?\}/g
const GATE = /\$\{([A-Z_]+)-no\}/g

export interface Performance {
  readonly verdicts: ReadonlyMap<string, BlockResult>
  readonly complaints: readonly Complaint[]
}

/** Pastes the blocks of a page into one interactive shell, with the scenes of its rehearsal around them. Stops at the first complaint. What the page must
 * refuse is tried once, in the first situation. */
export const perform = async (page: Page, situation: Situation, sandbox: Sandbox, isFirst: boolean): Promise<Performance> => {
  const verdicts = new Map<string, BlockResult>()
  const complaints: Complaint[] = []
  const scenes = (kind: SceneKind, block: string | null): readonly Scene[] =>
    page.rehearsal?.scenes.filter((scene) => scene.kind === kind && scene.block === block) ?? []
  const playAll = async (kind: SceneKind, block: string | null): Promise<string | null> => {
    for (const scene of scenes(kind, block)) {
      const {status, output} = await play(sandbox, scene, situation)
      if (status === 0) continue
      return `${page.rehearsal?.path}:${scene.line} (${kind}) ended with ${status}: ${output.trim().split('\n').slice(-3).join(' / ')}`
    }
    return null
  }
  const setup = await playAll('setup', null)
  if (setup !== null) throw new Error(setup)
  const shell = openShell(sandbox)
  const fillIns = (block: Block): string[] => [...namesBy(GATE, block), ...namesIn(scenes('type', block.id))]
  for (const original of page.blocks) {
    if (original.kind === 'no-run') continue
    const block = swapped(original, situation.swaps)
    const complaint =
      worldFailed(page, block, await playAll('before', block.id)) ??
      (isFirst ? await closedFirst(page, block, shell, sandbox, situation, scenes('type', block.id)) : null) ??
      (await typed(page, block, shell, situation, scenes('type', block.id))) ??
      (isFirst ? await missingOne(page, block, shell, sandbox, fillIns(original), 'with all filled in but') : null) ??
      (isFirst
        ? await refusals(page, block, shell, sandbox, situation, {
            mistype: scenes('mistype', block.id),
            deny: scenes('deny', block.id),
            mend: scenes('mend', block.id),
          })
        : null) ??
      (await pasted(page, block, shell)) ??
      (isFirst ? await missingOne(page, block, shell, sandbox, namesBy(GATE, block), 'again, without') : null) ??
      worldFailed(page, block, await playAll('after', block.id))
    verdicts.set(block.id, {
      id: block.id,
      line: block.line,
      verdict: complaint === null ? 'passed' : 'failed',
      because: complaint === null ? null : complaint.reason,
    })
    if (complaint === null) continue
    complaints.push(complaint)
    break
  }
  const last = page.blocks.at(-1)
  const end = complaints.length > 0 || last === undefined ? null : worldFailed(page, last, await playAll('end', null))
  if (end !== null && last !== undefined) {
    complaints.push(end)
    verdicts.set(last.id, {id: last.id, line: last.line, verdict: 'failed', because: end.reason})
  }
  return {verdicts, complaints}
}

const at = (page: Page, block: Block, reason: string, output = ''): Complaint => ({
  block: block.id,
  place: {file: page.path, line: block.line, column: block.column},
  reason,
  output,
})

const worldFailed = (page: Page, block: Block, reason: string | null): Complaint | null =>
  reason === null ? null : at(page, block, reason)

const pasted = async (page: Page, block: Block, shell: Shell): Promise<Complaint | null> => {
  const {status, output, closed} = await shell.paste(commandsOf(block), block.limitSeconds)
  return closed ? at(page, block, 'it ended the shell that it was pasted into', output) : judge(page, block, status, output)
}

/** What the blocks before this one leave in the shell, variables and functions, and this one names. */
const needsEarlier = (page: Page, {id, text}: Block): boolean => {
  const earlier = page.blocks.slice(
    0,
    page.blocks.findIndex((one) => one.id === id),
  )
  const names = (one: string, pattern: RegExp): string[] => [...one.matchAll(pattern)].map(([, name = '']) => name)
  const named = (pattern: RegExp): string[] => {
    const own = names(text, pattern)
    return earlier.flatMap((one) => (one.kind === 'run' ? names(one.text, pattern) : [])).filter((name) => !own.includes(name))
  }
  return (
    named(/(?:^|[\s;])(\w+)=/g).some((name) => new RegExp(`\\$\\{?${name}\\b`).test(text)) ||
    named(/(?:^|[\s;])(\w+)\(\) \{/g).some((name) => new RegExp(`(?:^|[\\s;(])${name} `, 'm').test(text))
  )
}

/**
 * Nothing changes while not all is filled in: a block that asks for a variable is pasted into an empty shell, one that the reader fills in is
 * pasted before that, and one that needs what earlier blocks left is pasted into a new shell where only its own variables are filled in.
 */
const closedFirst = async (
  page: Page,
  block: Block,
  shell: Shell,
  sandbox: Sandbox,
  situation: Situation,
  scenes: readonly Scene[],
): Promise<Complaint | null> => {
  const names = [...new Set([...namesIn(scenes), ...namesBy(OPTIONAL, block)])]
  const asks = page.rehearsal !== null && NEEDS_A_VARIABLE.test(block.text)
  if (names.length === 0 && scenes.length === 0 && !asks) return null
  const before = await snapshot(sandbox)
  const kept = `__kept=$(declare -p ${names.join(' ')} 2> /dev/null); unset ${names.join(' ')}`
  if (names.length > 0) await shell.paste(kept, REFUSAL_LIMIT)
  const tried: string[] = []
  const isResumed = page.rehearsal !== null && scenes.length > 0 && needsEarlier(page, block)
  for (const [where, isTried, filledIn] of [
    ['before anything was filled in', names.length > 0 || scenes.length > 0, null],
    ['in a new shell', asks, []],
    ['in a new shell with only this step filled in', isResumed, scenes],
  ] as const) {
    if (!isTried) continue
    tried.push(where)
    const one = filledIn === null ? shell : openShell(sandbox)
    await typed(page, block, one, situation, filledIn ?? [])
    const {status, output, closed} = await one.paste(commandsOf(block), REFUSAL_LIMIT)
    if (one !== shell) await one.close()
    if (closed) return at(page, block, `${where}: it ended the shell that it was pasted into`, output)
    if (status === null) return at(page, block, `${where}: still running after ${REFUSAL_LIMIT} s`, output)
  }
  const change = firstChange(before, await snapshot(sandbox))
  if (change !== null) return at(page, block, `${tried.join(' or ')}: it changed something: ${change}`)
  // A gate that an earlier block opened is open again.
  if (names.length > 0) await shell.paste('eval "$__kept"; unset __kept', REFUSAL_LIMIT)
  return null
}

/** The names that a pattern finds in a block. */
const namesBy = (pattern: RegExp, {text}: Block): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name)),
]

/** Nothing changes while one thing is not filled in, a gate or another, also when everything else is, and when the block has done its work. */
const missingOne = async (
  page: Page,
  block: Block,
  shell: Shell,
  sandbox: Sandbox,
  names: readonly string[],
  when: string,
): Promise<Complaint | null> => {
  if (page.rehearsal === null || names.length === 0) return null
  const before = await snapshot(sandbox)
  for (const name of new Set(names)) {
    await shell.paste(`__kept=$(declare -p ${name} 2> /dev/null); unset ${name}`, REFUSAL_LIMIT)
    const {status, output, closed} = await shell.paste(commandsOf(block), REFUSAL_LIMIT)
    const where = `${when} ${name}`
    if (closed) return at(page, block, `${where}: it ended the shell that it was pasted into`, output)
    if (status === null) return at(page, block, `${where}: still running after ${REFUSAL_LIMIT} s`, output)
    const change = firstChange(before, await snapshot(sandbox))
    if (change !== null) return at(page, block, `${where}: it changed something: ${change}`, output)
    await shell.paste('eval "$__kept"; unset __kept', REFUSAL_LIMIT)
  }
  return null
}

const namesIn = (scenes: readonly Scene[]): string[] =>
  scenes.flatMap((scene) => [...scene.text.matchAll(/(?:^|[ ;]|export )([A-Z_]+)=/gm)].map(([, name = '']) => name))

/** What the reader fills in before a block. */
const typed = async (page: Page, block: Block, shell: Shell, situation: Situation, scenes: readonly Scene[]): Promise<Complaint | null> => {
  const unused = namesIn(scenes).find((name) => !block.text.includes(name))
  if (unused !== undefined) return at(page, block, `it does not ask for ${unused}, which the reader fills in here`)
  for (const scene of scenes) {
    const text = `SITUATION='${situation.name}'\n${swapWords(scene.text, situation.swaps)}\nunset SITUATION`
    const {status, output} = await shell.paste(text, REFUSAL_LIMIT)
    if (status !== 0) return at(page, block, `${page.rehearsal?.path}:${scene.line} (type) ended with ${status}`, output)
  }
  return null
}

/** Each comparison has a case in which it must fail, and then nothing changes: something wrong was filled in, or something in the world is broken. */
const refusals = async (
  page: Page,
  block: Block,
  shell: Shell,
  sandbox: Sandbox,
  situation: Situation,
  scenes: Readonly<Record<'mistype' | 'deny' | 'mend', readonly Scene[]>>,
): Promise<Complaint | null> => {
  const failed = ({line, kind}: Scene, {status, output}: {status: number | null; output: string}): Complaint | null =>
    status === 0 ? null : at(page, block, `${page.rehearsal?.path}:${line} (${kind}) ended with ${status}`, output)
  for (const scene of scenes.mistype) {
    const names = namesIn([scene]).join(' ')
    await shell.paste(`__kept=$(declare -p ${names} 2> /dev/null)`, REFUSAL_LIMIT)
    const complaint =
      failed(scene, await shell.paste(swapWords(scene.text, situation.swaps), REFUSAL_LIMIT)) ??
      (await refused(page, block, shell, sandbox, situation, scene))
    if (complaint !== null) return complaint
    await shell.paste(`unset ${names}; eval "$__kept"; unset __kept`, REFUSAL_LIMIT)
  }
  for (const [index, scene] of scenes.deny.entries()) {
    const complaint = failed(scene, await play(sandbox, scene, situation)) ?? (await refused(page, block, shell, sandbox, situation, scene))
    if (complaint !== null) return complaint
    const mend = scenes.mend[index]
    const unmended = mend === undefined ? null : failed(mend, await play(sandbox, mend, situation))
    if (unmended !== null) return unmended
  }
  return null
}

const refused = async (
  page: Page,
  block: Block,
  shell: Shell,
  sandbox: Sandbox,
  situation: Situation,
  scene: Scene,
): Promise<Complaint | null> => {
  const before = await snapshot(sandbox)
  const {status, output, closed} = await shell.paste(commandsOf(block), REFUSAL_LIMIT)
  const where = `with ${page.rehearsal?.path}:${scene.line}`
  if (closed) return at(page, block, `${where} it ended the shell`, output)
  if (status === null) return at(page, block, `${where} it is still running after ${REFUSAL_LIMIT} s`, output)
  const says = scene.says === null ? null : swapWords(scene.says, situation.swaps)
  if (says !== null && !output.includes(says)) return at(page, block, `${where} it does not print "${says}"`, output)
  if (status === block.exit && compare(block.expected?.lines ?? [], output) === null)
    return at(page, block, `${where} it prints the same as when all is well`, output)
  const change = firstChange(before, await snapshot(sandbox))
  return change === null ? null : at(page, block, `${where} it changed something: ${change}`, output)
}
