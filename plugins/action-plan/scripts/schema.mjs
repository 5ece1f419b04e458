// Generates what has the shape of status.json from its types: its JSON Schema, and the table that the browser's validator reads.
// `node scripts/schema.mjs` (--check says whether both are up to date).
import {readFileSync, writeFileSync} from 'node:fs'
import prettier from 'prettier'
import {createGenerator} from 'ts-json-schema-generator'

const TYPES = 'src/model/status.ts'
const at = (path) => new URL(`../${path}`, import.meta.url)

/** Numbers that may be below 0; all others count or measure something. */
const MAY_BE_NEGATIVE = ['totalFloat', 'variance', 'value']

/** What no page reads, by its path: the browser need not look at it. */
const UNREAD = ['schemaVersion', 'ledger', 'metrics[].evidence.measure', 'metrics[].evidence.words', 'reviews[].cadence']

function generatedSchema() {
  const generated = createGenerator({
    path: at(TYPES).pathname,
    tsconfig: at('tsconfig.schema.json').pathname,
    type: 'Status',
    additionalProperties: true,
    skipTypeCheck: true,
    topRef: false,
    expose: 'none',
  }).createSchema('Status')
  const schema = {$schema: 'https://json-schema.org/draft/2020-12/schema', title: 'status.json of an action plan', ...generated}
  schema.$schema = 'https://json-schema.org/draft/2020-12/schema'
  return JSON.parse(JSON.stringify(bounded(schema, '')).replaceAll('"definitions"', '"$defs"').replaceAll('#/definitions/', '#/$defs/'))
}

/** The schema with the least value of its numbers. `name` is the key that a part of it describes. */
function bounded(schema, name) {
  if (typeof schema !== 'object' || schema === null) return schema
  if (Array.isArray(schema)) return schema.map((one) => bounded(one, name))
  const made = Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, keyword === 'properties' ? ofEach(value, bounded) : bounded(value, name)]),
  )
  const counts = [schema.type].flat().includes('number') && schema.const === undefined && !MAY_BE_NEGATIVE.includes(name)
  return counts ? {...made, minimum: 0} : made
}

const ofEach = (properties, make) => Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, make(value, key)]))

/** The shape of a schema as `live/validate-status.ts` reads it. */
function shapeOf(schema, path) {
  const choices = schema.anyOf ?? [schema]
  const [type, ...others] = new Set(choices.flatMap((one) => one.type).filter((name) => name !== 'null'))
  const [one, ...more] = choices.filter((choice) => choice.type !== 'null')
  const words = one?.enum?.filter((word) => word !== null)
  if (more.length + others.length > 0 || type === undefined || words?.length === 1)
    throw new Error(`${path}: the browser's validator knows no such shape (add the path to UNREAD when no page reads it, or teach both)`)
  const nullable = choices.some((choice) => [choice.type].flat().includes('null'))
  if (type === 'object' || type === 'array') {
    const shape = type === 'array' ? [shapeOf(one.items, `${path}[]`)] : keysOf(one.properties ?? {}, path === '' ? '' : `${path}.`)
    return nullable ? {'?': shape} : shape
  }
  const name = words?.join('|') ?? (type === 'number' && one.minimum === undefined ? 'signed' : type)
  return nullable ? `${name}?` : name
}

const keysOf = (properties, before) =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([key, value]) => (UNREAD.includes(before + key) ? [] : [[key, shapeOf(value, before + key)]])),
  )

async function generatedShape(schema) {
  const text = `// Generated from model/status.ts by \`npm run generate\`.

/** The \`schemaVersion\` that this page reads. */
export const SCHEMA_VERSION = ${JSON.stringify(schema.properties.schemaVersion.const)}

/** What pages read of status.json, as validate-status.ts describes. */
export const STATUS_SHAPE = ${JSON.stringify(shapeOf(schema, ''))} as const
`
  const {prettier: style} = JSON.parse(readFileSync(at('../../package.json'), 'utf8'))
  return prettier.format(text, {...style, parser: 'typescript'})
}

const schema = generatedSchema()
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
