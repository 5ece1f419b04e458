// Generates the JSON Schema of status.json from its types: `node scripts/schema.mjs` (--check says whether it is up to date).
import {readFileSync, writeFileSync} from 'node:fs'
import {createGenerator} from 'ts-json-schema-generator'

const target = new URL('../src/view/files/status.schema.json', import.meta.url)
const generated = createGenerator({
  path: new URL('../src/model/status.ts', import.meta.url).pathname,
  tsconfig: new URL('../tsconfig.schema.json', import.meta.url).pathname,
  type: 'Status',
  additionalProperties: true,
  skipTypeCheck: true,
  topRef: false,
  expose: 'none',
}).createSchema('Status')
/** A code with its facts is told by its codes alone: each has facts of its own (model/cause.ts), which would be a thousand lines wherever a cause stands. */
function compact(node) {
  if (Array.isArray(node)) return node.map(compact)
  if (typeof node !== 'object' || node === null) return node
  const cases = node.anyOf ?? [node]
  const coded = cases.filter(({properties}) => properties?.code !== undefined && properties.facts !== undefined)
  const rest = cases.filter((one) => !coded.includes(one))
  if (coded.length > 0 && rest.every(({type}) => type === 'null')) {
    const codes = coded.flatMap(({properties: {code}}) => code.enum ?? [code.const])
    return {
      type: rest.length > 0 ? ['object', 'null'] : 'object',
      properties: {
        code: {type: 'string', enum: [...new Set(codes)].sort(), description: 'The code; it keeps its meaning.'},
        facts: {type: 'object', description: 'Numbers, ISO dates, ids and names, by the code.'},
      },
      required: ['code', 'facts'],
      ...(node.description === undefined ? {} : {description: node.description}),
    }
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, compact(value)]))
}
const schema = {$schema: 'https://json-schema.org/draft/2020-12/schema', title: 'status.json of an action plan', ...compact(generated)}
schema.$schema = 'https://json-schema.org/draft/2020-12/schema'
const text = JSON.stringify(schema, null, 2).replaceAll('"definitions"', '"$defs"').replaceAll('#/definitions/', '#/$defs/') + '\n'
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('src/view/files/status.schema.json is not what src/model/status.ts says; run: npm run generate')
    process.exitCode = 1
  }
} else writeFileSync(target, text)
