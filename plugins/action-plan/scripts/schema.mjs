// Generates what has the shape of status.json from its types: its JSON Schema, and the table that the browser's validator reads.
// `node scripts/schema.mjs` (--check says whether both are up to date).
import {readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {createJiti} from 'jiti'
import prettier from 'prettier'
import {createGenerator} from 'ts-json-schema-generator'

const TYPES = 'src/model/status.ts'
const at = (path) => new URL(`../${path}`, import.meta.url)

/** Numbers that may be below 0; all others count or measure something. */
const MAY_BE_NEGATIVE = ['totalFloat', 'variance', 'value', 'varianceDays', 'trend.done', 'trend.added']

/** What no page reads, by its path: the browser need not look at it. */
const UNREAD = ['schemaVersion', 'ledger', 'metrics[].evidence.measure', 'metrics[].evidence.words', 'reviews[].cadence']

/** Fields are many, and one shape does for all. */
const FIELDS = 'sections[].items[].fields.'

/** Texts that code computes with: whatever has one of these names is an ISO date, an ISO time, or the name of a time zone. */
const KINDS = {
  date: [
    ...['due', 'doneOn', 'start', 'finish', 'end', 'statusDate', 'since', 'planned', 'projected', 'forecast', 'p50', 'p85', 'day'],
    ...['deadlineDate', 'addedOn', 'riskFrom', 'next', 'goodUntil', 'madeOn', 'until', 'today'],
  ],
  time: ['committedAt', 'changedAt'],
  zone: ['timeZone'],
}

async function generatedSchema() {
  const generated = createGenerator({
    path: fileURLToPath(at(TYPES)),
    tsconfig: fileURLToPath(at('tsconfig.schema.json')),
    type: 'Status',
    additionalProperties: true,
    skipTypeCheck: true,
    topRef: false,
    expose: 'none',
  }).createSchema('Status')
  await nameFields(generated.properties.sections.items.properties.items.items.properties)
  const schema = {$schema: 'https://json-schema.org/draft/2020-12/schema', title: 'status.json of an action plan', ...compact(generated)}
  schema.$schema = 'https://json-schema.org/draft/2020-12/schema'
  return JSON.parse(JSON.stringify(bounded(schema, '')).replaceAll('"definitions"', '"$defs"').replaceAll('#/definitions/', '#/$defs/'))
}

/** The facts of each code, as they stand in the unions of codes that have it. */
const FACTS = {}
const codesOf = ({code}) => code.enum ?? [code.const]

const casesOf = (node) => node.anyOf?.flatMap(casesOf) ?? [node]

/** A code with its facts is told by its codes alone: each has facts of its own (model/cause.ts), which would be a thousand lines wherever a cause stands. */
function compact(node) {
  if (Array.isArray(node)) return node.map(compact)
  if (typeof node !== 'object' || node === null) return node
  const cases = casesOf(node)
  const coded = cases.filter(({properties}) => properties?.code !== undefined && properties.facts !== undefined)
  const rest = cases.filter((one) => !coded.includes(one))
  if (coded.length === 0 || rest.some(({type}) => type !== 'null'))
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, compact(value)]))
  for (const {properties} of coded) for (const code of codesOf(properties)) (FACTS[code] ??= []).push(compact(properties.facts))
  const codes = [...new Set(coded.flatMap(({properties}) => codesOf(properties)))].sort()
  return {
    type: rest.length > 0 ? ['object', 'null'] : 'object',
    properties: {
      code: {type: 'string', ...(codes.length > 1 ? {enum: codes} : {}), description: 'The code; it keeps its meaning.'},
      facts: {type: 'object', description: 'Numbers, ISO dates, ids and names, by the code.'},
    },
    required: ['code', 'facts'],
    ...(node.description === undefined ? {} : {description: node.description}),
  }
}

/** Fields are rows of the code: each is a key of `fields`, with the words that its value can stand for. */
async function nameFields(item) {
  const jiti = createJiti(import.meta.url)
  const {OWN_FIELDS} = await jiti.import('../src/fields/fields.ts')
  const {VALUES} = await jiti.import('../src/parse/values/choice.ts')
  const {additionalProperties: field, ...stated} = item.fields
  const {value, ...keys} = field.properties
  const properties = OWN_FIELDS.map(({name, type}) => {
    const words = VALUES[type]
    const own = words === undefined ? {type: 'null', description: value.description} : {...value, type: undefined, enum: [...words, null]}
    return [name, {...field, properties: {...keys, value: own}}]
  })
  item.fields = {...stated, properties: Object.fromEntries(properties)}
}

/** The schema with the least value of its numbers. `name` is the key that a part of it describes, `parent` the key that this one stands in. */
function bounded(schema, name, parent = '') {
  if (typeof schema !== 'object' || schema === null) return schema
  if (Array.isArray(schema)) return schema.map((one) => bounded(one, name, parent))
  const made = Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [
      keyword,
      keyword === 'properties' ? ofEach(value, (one, key) => bounded(one, key, name)) : bounded(value, name, parent),
    ]),
  )
  const isNegative = MAY_BE_NEGATIVE.includes(name) || MAY_BE_NEGATIVE.includes(`${parent}.${name}`)
  const counts = [schema.type].flat().includes('number') && schema.const === undefined && !isNegative
  return counts ? {...made, minimum: 0} : made
}

const ofEach = (properties, make) => Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, make(value, key)]))

/** The shape of a schema as `live/validate-status.ts` reads it. */
function shapeOf(schema, path) {
  const choices = schema.anyOf ?? [schema]
  const nullable = choices.some(({type, enum: words}) => [type].flat().includes('null') || words?.includes(null))
  const [one = {}, ...more] = choices.filter(({type}) => type !== 'null')
  if (more.length > 0 && choices.every(({type}) => type === 'object')) return {'|': choices.map((choice) => shapeOf(choice, path))}
  const words = one.enum?.filter((word) => word !== null)
  const [type = 'null', ...others] = [one.type ?? (words === undefined ? [] : 'string')].flat().filter((name) => name !== 'null')
  if (more.length + others.length > 0 || words?.length === 1)
    throw new Error(`${path}: the browser's validator knows no such shape (add the path to UNREAD when no page reads it, or teach both)`)
  if (type === 'object' || type === 'array') {
    const shape = type === 'array' ? [shapeOf(one.items, `${path}[]`)] : keysOf(one, path === '' ? '' : `${path}.`)
    return nullable ? {'?': shape} : shape
  }
  const key = path.slice(path.lastIndexOf('.') + 1)
  const kind = type === 'number' && one.minimum === undefined ? 'signed' : type
  const meant = type === 'string' && Object.keys(KINDS).find((name) => KINDS[name].includes(key))
  const name = one.const === undefined ? (words?.join('|') ?? (meant || kind)) : `${one.const}|`
  return nullable ? `${name}?` : name
}

function keysOf({properties = {}, required = []}, before) {
  if (before === FIELDS) return {'*': {text: 'string', value: 'string?'}}
  const read = Object.entries(properties).filter(([key]) => !UNREAD.includes(before + key))
  return Object.fromEntries(
    read.map(([key, value]) => [
      required.includes(key) ? key : `${key}?`,
      // What the words of a code are made of: FACTS_SHAPE says by the code what it must be.
      key === 'facts' && properties.code !== undefined ? 'facts' : shapeOf(value, before + key),
    ]),
  )
}

/** The facts of every code. Each of its unions gives a code the same ones. */
function factsShape() {
  return Object.fromEntries(
    Object.entries(FACTS)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([code, all]) => {
        const [shape, ...others] = new Set(all.map((facts) => JSON.stringify(keysOf(facts, 'facts.'))))
        if (others.length > 0) throw new Error(`${code}: unexpected facts of two kinds, expected the same wherever the code stands`)
        return shape === '{}' ? [] : [[code, JSON.parse(shape)]]
      }),
  )
}

async function generatedShape(schema) {
  const text = `// Generated from model/status.ts by \`npm run generate\`.

/** The \`schemaVersion\` that this page reads. */
export const SCHEMA_VERSION = ${JSON.stringify(schema.properties.schemaVersion.const)}

/** What pages read of status.json, as validate-status.ts describes. */
export const STATUS_SHAPE = ${JSON.stringify(shapeOf(schema, ''))} as const

/** What the \`facts\` of a code must be; a code that is not here has none. */
export const FACTS_SHAPE = ${JSON.stringify(factsShape())} as const
`
  const {prettier: style} = JSON.parse(readFileSync(at('../../package.json'), 'utf8'))
  return prettier.format(text, {...style, parser: 'typescript'})
}

const schema = await generatedSchema()
const files = {
  'src/view/files/status.schema.json': `${JSON.stringify(schema, null, 2)}\n`,
  'src/live/status-shape.ts': await generatedShape(schema),
}
for (const [path, text] of Object.entries(files)) {
  if (!process.argv.includes('--check')) writeFileSync(at(path), text)
  else if (readFileSync(at(path), 'utf8') !== text) {
    console.error(`plugins/action-plan/${path} is not what ${TYPES} says; run: npm run generate`)
    process.exitCode = 1
  }
}
