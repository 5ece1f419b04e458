import type {Finding, FindingFacts, FindingLevel} from '../../model/tool-report.ts'
import type {Place} from '../../model/place.ts'
import {plainLine, plainMessage} from './plain.ts'

/** The words of all scanners for how bad something is. */
const LEVELS: Readonly<Record<string, FindingLevel>> = {
  critical: 'critical',
  high: 'high',
  moderate: 'medium',
  medium: 'medium',
  low: 'low',
  info: 'note',
  informational: 'note',
  negligible: 'note',
  note: 'note',
  none: 'note',
}

/** A scanner's word as a level; a word that nobody knows is `unknown`, which is not harmless. */
export function levelOf(word: string | null): FindingLevel {
  const known = (word ?? '').toLowerCase()
  return Object.hasOwn(LEVELS, known) ? (LEVELS[known] as FindingLevel) : 'unknown'
}

interface Raw {
  readonly place: Place
  readonly rule: string | null
  readonly level: FindingLevel
  readonly message: string | null
  readonly file: string | null
  readonly fileLine: unknown
}

/** A finding in plain text; what a scanner leaves out is left out. */
export function finding({place, rule, level, message, file, fileLine}: Raw): Finding {
  return {
    rule: plainLine(rule ?? ''),
    level,
    message: plainMessage(message ?? '') ?? '',
    file: file === null ? null : plainLine(file).replaceAll('\\', '/'),
    fileLine: typeof fileLine === 'number' && Number.isSafeInteger(fileLine) && fileLine > 0 ? fileLine : null,
    line: place.line,
    column: place.column,
  }
}

export function findingFacts(facts: Omit<FindingFacts, 'kind'>): FindingFacts {
  return {kind: 'findings', ...facts}
}
