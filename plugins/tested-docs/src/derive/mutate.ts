import type {Block, Page} from '../model/page.ts'

/** A runbook with one harmful change. */
export interface Mutant {
  readonly page: Page
  readonly operator: string
  readonly block: string
  readonly line: number
  /** It destroys or reveals something when a person follows it. */
  readonly isHarmful: boolean
  readonly from: string
  readonly to: string
}

interface Operator {
  readonly name: string
  /** `gated`: it is, in a block that changes something. */
  readonly isHarmful: boolean | 'gated'
  readonly find: RegExp
  readonly replace: (match: RegExpExecArray) => string
}

/** What a tired author gets wrong. Each match in each block that runs makes a mutant. */
const OPERATORS: readonly Operator[] = [
  {name: 'open a gate', isHarmful: true, find: /\$\{([A-Z_]+)-no\}/g, replace: ([, name]) => `\${${name}-yes}`},
  {name: 'reverse a gate', isHarmful: true, find: /(\$\{[A-Z_]+-no\}") = yes/g, replace: ([, gate]) => `${gate} != yes`},
  {name: 'drop a guard', isHarmful: true, find: /(?<=\]) && \[ [^\]\n]+ \](?=; then| &&)/g, replace: () => ''},
  {name: 'cut a guard loose', isHarmful: true, find: /(?<=\]) && (?=[a-z](?!cho\b))/g, replace: () => '; '},
  {
    name: 'widen a where',
    isHarmful: 'gated',
    find: / and (?:not \w+|ind\w+|(?:[\w.]+|(?:now|pg_\w+|clock_timestamp)\(\))(?: - \w+)? (?:=|<>|<|>) (?:(?:interval )?'[^']*'|\$\{[^}]*\}|(?:now|pg_\w+|clock_timestamp)\(\)(?: - interval '[^']*')?|[\w.]+))(?= and |[")]| order| group| limit| returning)/g,
    replace: () => '',
  },
  {
    name: 'end everybody',
    isHarmful: true,
    find: / where pid = \$\{\w+:\?[^}]*\}/g,
    replace: () => " where backend_type = 'client backend' and pid <> pg_backend_pid()",
  },
  {name: 'terminate instead of cancel', isHarmful: true, find: /pg_cancel_backend/g, replace: () => 'pg_terminate_backend'},
  {name: 'replace all fields', isHarmful: true, find: /kv patch/g, replace: () => 'kv put'},
  {
    name: 'show a secret',
    isHarmful: true,
    find: /umask 077 && |(?<=install -m )600/g,
    replace: ([found]) => (found === '600' ? '644' : ''),
  },
  {name: 'keep a line feed', isHarmful: true, find: / \| tr -d '\\n'/g, replace: () => ''},
  {
    name: 'compare with itself',
    isHarmful: false,
    find: /"(\$\([^"\n]+\))" = "\$\([^"\n]+\)"/g,
    replace: ([, one]) => `"${one}" = "${one}"`,
  },
  {name: 'reverse a condition', isHarmful: false, find: /(?<=") = (?=["\d\w-]+ ?)/g, replace: () => ' != '},
  {
    name: 'turn a comparison round',
    isHarmful: false,
    find: / (?:-lt|-gt|-ge|-le|[<>](?=(?: now\(\)| clock_timestamp\(\)| interval| \$\{)))(?= )/g,
    replace: ([found]) => OPPOSITE[found.trim()] ?? found,
  },
  {
    name: 'multiply a limit',
    isHarmful: false,
    find: /(?<=-checkend |-lt |-le |-gt |-ge |interval ')[1-9]\d*(?=\D)/g,
    replace: ([found]) => `${found}00`,
  },
  {
    name: 'drop a time-out',
    isHarmful: false,
    find: /(?<=curl [^|\n]{0,80}) -m \d+(?= )|timeout \d+ (?=\w)|-c (?:lock|statement)_timeout=\d+s/g,
    replace: ([found]) => (found.startsWith('-c') ? '-c work_mem=4MB' : ''),
  },
  {name: 'forget a variable', isHarmful: false, find: /"\$\{([A-Z_]+):\?[^}]*\}(?:_?\w*)"/g, replace: () => '""'},
  {
    name: 'go on after an error',
    isHarmful: false,
    // With one -c the status is that of its statement; a transaction around one change is not needed.
    find: / (?:--exit-on-error|-v ON_ERROR_STOP=1(?= -c "[^"]*"(?: \\\n)? *-c|[^\n]*(?: -f |<<<)|$| &&(?! psql)))/gm,
    replace: () => '',
  },
  {name: 'leave out a step', isHarmful: false, find: /^[\s\S]+$/g, replace: () => ':'},
]

const OPPOSITE: Readonly<Record<string, string>> = {'-lt': ' -ge', '-ge': ' -lt', '-gt': ' -le', '-le': ' -gt', '<': ' >', '>': ' <'}
const GATE = /\$\{[A-Z_]+-no\}/

/** Every mutant of a page, in the order of its blocks. */
export const mutants = (page: Page): Mutant[] =>
  page.blocks.flatMap((block, index) =>
    block.kind === 'run' ? [...changed(page, block, index), ...expectsElse(page, block, index), ...swapsSteps(page, block, index)] : [],
  )

const changed = (page: Page, block: Block, index: number): Mutant[] =>
  OPERATORS.flatMap((operator) =>
    [...block.text.matchAll(operator.find)].map((match): Mutant => {
      const to = operator.replace(match)
      const text = block.text.slice(0, match.index) + to + block.text.slice(match.index + match[0].length)
      return {
        ...about(block),
        operator: operator.name,
        isHarmful: operator.isHarmful === 'gated' ? GATE.test(block.text) : operator.isHarmful,
        from: match[0],
        to,
        page: withBlock(page, index, {...block, text}),
      }
    }),
  )

const expectsElse = (page: Page, block: Block, index: number): Mutant[] => {
  const at = block.expected?.lines.findIndex((line) => line.trim() !== '' && line.trim() !== '…') ?? -1
  const from = block.expected?.lines[at]
  if (block.expected === null || from === undefined) return []
  const lines = block.expected.lines.with(at, `${from} else`)
  const to = {...block, expected: {...block.expected, lines}}
  return [
    {...about(block), operator: 'expect something else', isHarmful: false, from, to: `${from} else`, page: withBlock(page, index, to)},
  ]
}

/** A step that changes something comes before the one that it follows and has to do with: both name the same thing. */
const swapsSteps = (page: Page, block: Block, index: number): Mutant[] => {
  const before = page.blocks[index - 1]
  if (before?.kind !== 'run' || before.section !== block.section || !GATE.test(block.text)) return []
  const names = [...before.text.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name)
  if (!names.some((name) => new RegExp(`\\$\\{?${name}\\b`).test(block.text))) return []
  const swapped = {...page, blocks: page.blocks.with(index - 1, block).with(index, before)}
  return [{...about(block), operator: 'swap two steps', isHarmful: true, from: before.id, to: block.id, page: swapped}]
}

const about = (block: Block): Pick<Mutant, 'block' | 'line'> => ({block: block.id, line: block.line})

const withBlock = (page: Page, index: number, block: Block): Page => ({...page, blocks: page.blocks.with(index, block)})

/** A sample that the same seed takes again: one of each operator in turn, so that rare operators are not missed. */
export const sample = (all: readonly Mutant[], count: number, seed: number): Mutant[] => {
  const random = generator(seed)
  const kinds = new Map<string, Mutant[]>()
  for (const mutant of all) kinds.set(mutant.operator, [...(kinds.get(mutant.operator) ?? []), mutant])
  const chosen: Mutant[] = []
  while (chosen.length < Math.min(count, all.length))
    for (const rest of kinds.values()) {
      const [one] = rest.splice(Math.floor(random() * rest.length), 1)
      if (one !== undefined && chosen.length < count) chosen.push(one)
    }
  return chosen
}

/** Numbers from 0 to 1 that a seed determines (mulberry32). */
const generator = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let x = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
  return ((x ^ (x >>> 14)) >>> 0) / 4294967296
}
