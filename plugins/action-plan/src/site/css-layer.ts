import {realpathSync} from 'node:fs'
import {dirname, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {PostCssOptions} from '@docusaurus/types'

const NAME = 'action-plan-layer'
/** Docusaurus' own, which puts the theme's styles into layers. */
const LAYERS = 'postcss-wrap-in-layer'
/** As deep as the layers of the theme, so that both are written out alike. */
const LAYER = 'docusaurus.action-plan'

interface Rules {
  nodes: unknown[]
  readonly source?: {readonly input: {readonly file?: string}}
  removeAll(): unknown
  append(node: object): unknown
  clone(): Rules
}
interface Named {
  readonly postcssPlugin?: string
}
interface Helpers {
  readonly result: {readonly processor: {readonly plugins: readonly Named[]}}
  readonly postcss: (plugins: readonly Named[]) => {process(css: string, options: {readonly from: undefined}): {readonly css: string}}
}

/**
 * Keeps the styles of the components above those of the theme.
 *
 * For browsers without cascade layers Docusaurus writes layers out as selectors with more weight (`ul:not(#\#):not(#\#)`), file by
 * file; a file without a layer stays as it is, and loses to what is meant to stand below it. There, and only there, the components'
 * files are a layer, too.
 * @param options Those of Docusaurus' `configurePostCss`.
 */
export function layered(options: PostCssOptions): PostCssOptions {
  const plugins = options.plugins as Named[]
  if (plugins.some(({postcssPlugin}) => postcssPlugin === NAME)) return options
  const own = `${realpathSync(dirname(dirname(fileURLToPath(import.meta.url))))}${sep}`
  let writtenOut: boolean | null = null
  const plugin = {
    postcssPlugin: NAME,
    Once(root: Rules, {result, postcss}: Helpers) {
      const file = root.source?.input.file
      if (file === undefined || !file.startsWith(own) || !file.endsWith('.module.css')) return
      const others = result.processor.plugins.filter(({postcssPlugin}) => postcssPlugin !== NAME)
      writtenOut ??=
        others.some(({postcssPlugin}) => postcssPlugin === LAYERS) &&
        !postcss(others).process('@layer a.b {p {top: 0}}', {from: undefined}).css.includes('@layer')
      if (!writtenOut) return
      const {nodes} = root.clone()
      root.removeAll()
      root.append({type: 'atrule', name: 'layer', params: LAYER, nodes})
    },
  }
  return {...options, plugins: [...plugins, plugin]}
}
