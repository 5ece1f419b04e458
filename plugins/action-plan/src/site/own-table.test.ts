import {describe, expect, test} from 'vitest'
import {splitRoutes, type RouteFiles} from './own-table.ts'

const line = (chunk: string, module: string): string =>
  `  "${chunk}": [() => import(/* webpackChunkName: "${chunk}" */ "${module}"), "${module}", require.resolveWeak("${module}")],`
const route = (path: string, hash: string): string => `  {
    path: '${path}',
    component: ComponentCreator('${path}', '${hash}'),
    exact: true
  }`
const PLAN = '@generated/docusaurus-plugin-action-plan/default'
const DOCS = '@generated/docusaurus-plugin-content-docs/default/__plugin.json'

/** As Docusaurus 3 writes them: a page of the plan and a page of another plugin, which share the layout of the site. */
const FILES: RouteFiles = {
  routes: `import ComponentCreator from '@docusaurus/ComponentCreator';\n\nexport default [\n${route('/progress', '4ac')},\n${route('/docs/a', '0b1')}\n];\n`,
  registry: `export default {\n${[
    line('p1', `${PLAN}/__plugin.json`),
    line('p2', '@theme/PlanProgressPage'),
    line('p3', `${PLAN}/p/progress-1.json`),
    line('d1', DOCS),
    line('d2', '@site/docs/a.md'),
    line('s1', '@theme/Shared'),
  ].join('\n')}};\n`,
  names: JSON.stringify({
    '/progress-4ac': {__comp: 'p2', __context: {plugin: 'p1'}, __props: 'p3', shared: 's1'},
    '/docs/a-0b1': {__comp: 'd2', __context: {plugin: 'd1'}, shared: 's1'},
  }),
}

describe('the table of routes that every page loads', () => {
  const split = splitRoutes(FILES, (module) => module.endsWith('progress-1.json'))

  test('names no page of a plan any more, and keeps what others share with it', () => {
    expect(split?.routes).toContain('component: later(0)')
    expect(split?.routes).toContain(`ComponentCreator('/docs/a', '0b1')`)
    for (const chunk of ['p1', 'p2', 'p3']) expect(split?.registry).not.toContain(`"${chunk}":`)
    for (const chunk of ['d1', 'd2', 's1']) expect(split?.registry).toContain(`"${chunk}":`)
    expect(split?.names).not.toContain('/progress-4ac')
    expect(split?.names).toContain('/docs/a-0b1')
  })
  test('has them in a table of its own, with small data in the table itself', () => {
    expect(split?.table).toContain(`import * as small0 from "${PLAN}/p/progress-1.json";`)
    expect(split?.table).toContain('ComponentCreator("/progress","4ac")')
    expect(split?.modules).toEqual([`${PLAN}/__plugin.json`, '@theme/PlanProgressPage'])
  })
})

describe('stays whole, so that pages are heavier and nothing breaks, when', () => {
  const isSmall = (): boolean => false
  test.each<[string, Partial<RouteFiles>]>([
    ['no page is of a plan', {names: JSON.stringify({'/docs/a-0b1': {__comp: 'd2', __context: {plugin: 'd1'}}})}],
    ['the registry is written another way', {registry: FILES.registry.replaceAll('require.resolveWeak', 'weak')}],
    ['one of its lines is', {registry: FILES.registry.replace(line('p2', '@theme/PlanProgressPage'), '  "p2": other(),')}],
    ['the routes are written another way', {routes: FILES.routes.replaceAll('ComponentCreator(', 'create(')}],
    ['a page stands there twice', {routes: FILES.routes.replace('\n];', `,\n${route('/progress', '4ac')}\n];`)}],
  ])('%s', (_, changed) => expect(splitRoutes({...FILES, ...changed}, isSmall)).toBeNull())
})
