// Makes the pictures of README.md from the plan that it shows: `node scripts/pictures.mjs`. A test says whether they are up to date.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {createJiti} from 'jiti'

const {pictures} = await createJiti(import.meta.url).import('./pictures.ts')
mkdirSync(new URL('../pictures/', import.meta.url), {recursive: true})
for (const [name, svg] of Object.entries(pictures(readFileSync(new URL('../README.md', import.meta.url), 'utf8'))))
  writeFileSync(new URL(`../pictures/card-${name}.svg`, import.meta.url), svg)
