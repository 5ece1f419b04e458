import {createHash} from 'node:crypto'
import {existsSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {sealed, unsealed} from 'build-kit/sealed'
import {writeAtomic} from 'build-kit/write-atomic'
import {asIndexSummary, asKnownPlans, asSummary, isOfStatus, readOthers} from '../live/read-others.ts'
import type {FetchCause} from '../model/cause.ts'
import {DAY} from '../model/date.ts'
import {isIndexAddress, newestPlans, otherName, type KnownPlans, type OtherAddress} from '../model/other-plans.ts'
import type {Status} from '../model/status.ts'
import type {OtherPlanOption} from '../options.ts'
import {inParallel} from '../source/in-parallel.ts'
import {runTime} from '../source/clock.ts'
import {readText} from '../source/file.ts'
import {PrivateAddress, readerFor, type ReadAddress} from '../source/request.ts'
import {URL_TIMEOUT} from '../source/url.ts'
import {fetchText} from '../view/words/fetch.ts'
import {ENGLISH} from '../view/words/words.ts'
import type {PlanSite} from './plan-site.ts'
import {react} from './react.ts'

/** The most that is read of an address, in bytes. */
const LIMIT = 24_000_000
/** Addresses that are asked at the same time. */
const AT_ONCE = 8
/** An answer that is older than the last one may come from a cache on the way. For so long the last one stays; then the address means it. */
const HELD = DAY
/** While a plan is written its site is read again and again: the plans of others are not. */
const AGAIN = 5 * 60_000

type Read = {readonly value: unknown; readonly digest: string | null; readonly checkedAt: string} | {readonly cause: FetchCause}

/** Reads the plans of the option `plans`. What cannot be read keeps what was read last, and is told. */
export async function loadOthers(site: PlanSite): Promise<readonly OtherAddress[]> {
  const read = await inParallel(site.options.plans, AT_ONCE, (one) => recent(site, one))
  react(
    read.flatMap(({url, failure, checkedAt, plans}) => [
      ...(failure === null ? [] : [{severity: 'warning', line: failedText(url, failure, checkedAt)} as const]),
      ...plans.flatMap((plan) =>
        plan.failure === null
          ? []
          : [{severity: 'info', line: `plans: ${otherName(plan, {url})}: ${fetchText(ENGLISH, plan.failure.cause)}`} as const],
      ),
    ]),
    site.onProblems,
  )
  return read
}

const failedText = (url: string, cause: FetchCause, last: string | null): string =>
  `plans: ${url}: ${fetchText(ENGLISH, cause)}; ${last === null ? 'it was never read, and the page of all plans says so' : `the page of all plans shows what was read on ${last.slice(0, 10)}`}`

const asked = new Map<string, {readonly at: number; readonly read: Promise<OtherAddress>}>()

function recent(site: PlanSite, option: OtherPlanOption): Promise<OtherAddress> {
  if (site.production) return loadOther(site, option)
  const key = JSON.stringify(option)
  const last = asked.get(key)
  if (last !== undefined && Date.now() - last.at < AGAIN) return last.read
  const read = loadOther(site, option)
  asked.set(key, {at: Date.now(), read})
  return read
}

async function loadOther(site: PlanSite, option: OtherPlanOption): Promise<OtherAddress> {
  const {address} = option
  const isOwn = address.startsWith('/')
  const url = isOwn ? site.siteAddress(address) : address
  const told = await (isOwn ? readOwn(site, address) : readForeign(address, readerFor(site.options.askUrls === 'private')))
  const file = join(
    site.siteDir,
    'node_modules/.cache/action-plan',
    `${createHash('sha256').update(address).digest('hex').slice(0, 32)}.json`,
  )
  const last = lastRead(file)
  const base = {url, name: option.name ?? null, link: option.link ?? null}
  const kept = (failure: FetchCause): OtherAddress => ({...base, ...(last ?? NEVER), failure})
  if ('cause' in told) return kept(told.cause)
  const read = readOthers(told.value, base, Date.parse(runTime()))
  if ('reason' in read) return kept({code: 'invalid', facts: read})
  const held = last !== null && Date.parse(told.checkedAt) - Date.parse(last.checkedAt ?? '') < HELD
  const plans = held ? newestPlans(last.plans, read.plans) : read.plans
  const isHeld = plans.some(({failure}) => failure?.cause.code === 'older')
  const now: KnownPlans = {plans, checkedAt: told.checkedAt, digest: told.digest}
  // While an older answer is held back, the time of the newer one stays: or it would be held back for ever.
  if (!isHeld && !isOwn) await writeAtomic(file, sealed(JSON.stringify(now)), {durable: false}).catch(() => undefined)
  return {...base, ...now, failure: null}
}

const NEVER: KnownPlans = {plans: [], checkedAt: null, digest: null}

/** What was read last, in an earlier build; null where nothing was, where it is damaged, or where another version wrote it in another way. */
function lastRead(file: string): KnownPlans | null {
  try {
    return asKnownPlans(JSON.parse(unsealed(readText(file) ?? '') ?? 'null'))
  } catch {
    return null
  }
}

/** A file that the site serves: it is read from where it stands. */
function readOwn({siteDir, staticFolders}: PlanSite, address: string): Read {
  const found = staticFolders.map((folder) => join(resolve(siteDir, folder), address)).find((path) => existsSync(path))
  if (found === undefined) return {cause: {code: 'answered', facts: {status: 404}}}
  const value = parsed(readText(found))
  return value === undefined
    ? {cause: {code: 'incomplete', facts: {}}}
    : withSummary(value, address, parsed(readText(summaryAddress(found))))
}

/** The small file beside an address, which open pages ask for first. */
const summaryAddress = (address: string): string =>
  isIndexAddress(address) ? address.replace(/json$/, 'summary.json') : address.replace(/status\.json$/, 'summary.json')

function withSummary(value: unknown, address: string, beside: unknown): Read {
  if (isIndexAddress(address)) {
    const summary = asIndexSummary(beside)
    return {value, digest: summary?.digest ?? null, checkedAt: summary?.checkedAt ?? runTime()}
  }
  const summary = asSummary(beside)
  return {value, digest: summary !== null && isOfStatus(summary, value as Partial<Status>) ? summary.digest : null, checkedAt: runTime()}
}

const parsed = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

/** An address of another host, with the small file beside it. */
export async function readForeign(address: string, read: ReadAddress, timeoutMs = URL_TIMEOUT, limit = LIMIT): Promise<Read> {
  const whole = await readJson(address, read, timeoutMs, limit)
  if ('cause' in whole) return whole
  const beside = await readJson(summaryAddress(address), read, timeoutMs, limit)
  return withSummary(whole.value, address, 'value' in beside ? beside.value : null)
}

async function readJson(
  address: string,
  read: ReadAddress,
  timeoutMs: number,
  limit: number,
): Promise<{readonly value: unknown} | {readonly cause: FetchCause}> {
  try {
    const {status, type, location, text} = await read(address, AbortSignal.timeout(timeoutMs), limit)
    if (status >= 300 && status < 400 && location !== null)
      return {cause: {code: 'redirected', facts: {to: URL.canParse(location, address) ? new URL(location, address).host : location}}}
    if (status !== 200) return {cause: {code: 'answered', facts: {status}}}
    if (text === null) return {cause: {code: 'too-large', facts: {megabytes: limit / 1_000_000}}}
    if (!/\bjson\b/i.test(type)) return {cause: {code: 'wrong-type', facts: {type: type.split(';')[0] ?? ''}}}
    const value = parsed(text)
    return value === undefined ? {cause: {code: 'incomplete', facts: {}}} : {value}
  } catch (error) {
    return {cause: causeOfError(error, timeoutMs)}
  }
}

function causeOfError(error: unknown, timeoutMs: number): FetchCause {
  if (error instanceof PrivateAddress) return {code: 'private-address', facts: {host: error.host}}
  const {name, message} = error as Error
  if (name === 'TimeoutError' || name === 'AbortError') return {code: 'timeout', facts: {seconds: timeoutMs / 1000}}
  return {code: message === 'the connection broke' || message === 'aborted' ? 'broken' : 'unreachable', facts: {}}
}
