import type {LoadContext, Plugin} from '@docusaurus/types'

/** The classic theme's module that puts the highlighter and its languages into the code of every page. */
const EAGER = /[\\/]theme-classic[\\/]lib[\\/]prism-include-languages(?:\.js)?$/

/** The highlighter and its languages come with `@theme/CodeBlock`, so that a page without code does not load them. */
export default function lazyHighlighting(_: LoadContext): Plugin {
  return {
    name: 'docusaurus-plugin-lazy-highlighting',
    getThemePath: () => './theme',
    getTypeScriptThemePath: () => './theme',
    configureWebpack(_config, _isServer, {currentBundler}) {
      const {NormalModuleReplacementPlugin} = currentBundler.instance
      return {plugins: [new NormalModuleReplacementPlugin(EAGER, 'docusaurus-plugin-lazy-highlighting/none')]}
    },
  }
}
