// Generates the JSON Schema of status.json from its types: `node scripts/schema.mjs` (--check says whether it is up to date).
import {readFileSync, writeFileSync} from 'node:fs'
import {createJiti} from 'jiti'
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
// Fields are rows of the code: each is a key of `fields`, with the words that its value can stand for.
const jiti = createJiti(import.meta.url)
const {OWN_FIELDS} = await jiti.import('../src/fields/fields.ts')
const {VALUES} = await jiti.import('../src/parse/values/choice.ts')
const item = generated.properties.sections.items.properties.items.items
const {additionalProperties: value, ...stated} = item.properties.fields
item.properties.fields = {
  ...stated,
  properties: Object.fromEntries(
    OWN_FIELDS.map(({name, type}) => {
      const words = VALUES[type]
      const {value: word, ...keys} = value.properties
      return [
        name,
        {
          ...value,
          properties: {
            ...keys,
            value: words === undefined ? {type: 'null', description: word.description} : {...word, type: undefined, enum: [...words, null]},
          },
        },
      ]
    }),
  ),
}

const schema = {$schema: 'https://json-schema.org/draft/2020-12/schema', title: 'status.json of an action plan', ...generated}
schema.$schema = 'https://json-schema.org/draft/2020-12/schema'
const text = JSON.stringify(schema, null, 2).replaceAll('"definitions"', '"$defs"').replaceAll('#/definitions/', '#/$defs/') + '\n'
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('src/view/files/status.schema.json is not what src/model/status.ts says; run: npm run generate')
    process.exitCode = 1
  }
} else writeFileSync(target, text)
