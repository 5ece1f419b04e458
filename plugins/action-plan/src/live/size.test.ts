import {fileURLToPath} from 'node:url'
import {gzipSync} from 'node:zlib'
import {rolldown} from 'rolldown'
import {expect, test} from 'vitest'

const SOURCE = fileURLToPath(new URL('..', import.meta.url))

/** Everything that a page loads only because it is live: hooks, polling, words, and the components that show them. */
const LIVE = ['hooks/usePlan.ts', 'hooks/useNow.ts', 'live/freshness.ts', 'view/words/freshness.ts', 'theme/PlanLive/index.tsx']

test('what a page loads of the live layer at once is below 3.75 kB as a host sends it; what reads and compares answers comes with the first one', async () => {
  const ENTRY = '\0live'
  const bundle = await rolldown({
    input: ENTRY,
    // What pages load without it: React, the theme, the reader's day, the language.
    external: [/^react/, /^@docusaurus\//, /^@generated\//, /^@theme/, /useToday/, /\/words\.ts$/],
    transform: {jsx: 'react-jsx', define: {'process.env.NODE_ENV': '"production"'}},
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? id : id.endsWith('.css') ? '\0css' : null),
        load: (id) =>
          id === ENTRY
            ? LIVE.map(
                (file, index) =>
                  `export * from ${JSON.stringify(SOURCE + file)}; ${file.endsWith('x') ? `export {default as part${index}} from ${JSON.stringify(SOURCE + file)}` : ''}`,
              ).join('\n')
            : id === '\0css'
              ? 'export default {}'
              : null,
      },
    ],
  })
  const {output} = await bundle.generate({format: 'es', minify: true})
  const chunks = output.filter((one) => one.type === 'chunk')
  const eager = new Set(chunks.filter(({isEntry}) => isEntry).flatMap(({fileName, imports}) => [fileName, ...imports]))
  const codeOf = (chosen: readonly (typeof chunks)[number][]): string => chosen.map((one) => one.code).join('')
  const code = codeOf(chunks.filter(({fileName}) => eager.has(fileName)))
  expect(code).not.toContain('schemaVersion')
  expect(codeOf(chunks)).toContain('schemaVersion')
  expect(code).not.toContain('The plan changed')
  expect(codeOf(chunks)).toContain('The plan changed')
  // While writing, numbers are pushed: none of that reaches readers.
  expect(code).not.toContain('EventSource')
  const size = gzipSync(code, {level: 9}).length
  console.log(`live layer: ${code.length} bytes, ${size} gzipped`)
  expect(size).toBeLessThan(3750)
})
