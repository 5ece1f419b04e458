import type {AskUrls, Evidence} from '../model/evidence-file.ts'
import type {Parsed} from '../model/history.ts'
import type {Report, Source} from '../model/report.ts'
import {parsePlan, planReader} from '../parse/structure/plan.ts'
import {reportOf, type Inputs} from '../report.ts'
import {readPlan, STDIN} from '../source/file.ts'
import type {FilePast} from '../source/history.ts'
import {requestFor} from '../source/request.ts'
import {URL_TIMEOUT} from '../source/url.ts'
import {gatherEvidence} from './evidence.ts'
import {gather} from './plan.ts'

/** The text of a plan, and what it says. */
export interface ReadPlan {
  readonly text: string
  readonly parsed: Parsed
}

/** Where a plan is and on which day it is judged: what the site's build, the development server and the command line know before they read it. */
export interface Reading {
  /** What git knows of the plan's file; null for standard input. */
  readonly past: FilePast | null
  /** The file as people are shown it. */
  readonly path: string
  /** The folder that paths of evidence are relative to. */
  readonly root: string
  /** The instant of reading, ISO with offset. */
  readonly now: string
  /** The status date; null: the day of `now` in the plan's time zone. */
  readonly today: string | null
  readonly askUrls: AskUrls
}

/** Reads and parses a plan, null for standard input; one that cannot be read is a UserError. */
export function readParsed(file: string | null): ReadPlan {
  const {text, malformed} = readPlan(file ?? STDIN)
  return {text, parsed: parsePlan(text, malformed)}
}

/** The report of a plan with its evidence: every edge makes it here, so that all say the same. */
export async function loadReport(read: ReadPlan, reading: Reading): Promise<{readonly report: Report; readonly evidence: Evidence}> {
  const facts = await loadFacts(read, reading)
  return {report: reportOf(read.parsed, facts), evidence: facts.evidence}
}

/** All that a report is made of beside the text of the plan. */
export async function loadFacts(
  {text, parsed}: ReadPlan,
  {past, path, root, now, today, askUrls}: Reading,
): Promise<Omit<Inputs, 'text'> & {readonly evidence: Evidence}> {
  const web = askUrls === false ? null : {request: requestFor(askUrls === 'private'), timeoutMs: URL_TIMEOUT, now}
  const [inputs, evidence] = await Promise.all([gather(past, path, text), gatherEvidence(parsed.plan, path, root, web)])
  return {...inputs, now, today, evidence}
}

/** Reads texts of the past as the present one is read: by the same parser and the same report, without evidence and baseline. */
export function readerOfPast(source: Source): {parse(text: string): Parsed; report(old: Parsed, today: string): Report} {
  const parse = planReader()
  return {
    parse: (text) => parse(text),
    report: (old, today) => reportOf(old, {source, baseline: null, now: `${today}T12:00:00Z`, today, evidence: null}),
  }
}
