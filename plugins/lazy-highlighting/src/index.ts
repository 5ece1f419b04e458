import type {LoadContext, Plugin} from '@docusaurus/types'

/** The classic theme's module that puts the highlighter and its languages into the code of every page. */
const EAGER = /[\\/]theme-classic[\\/]lib[\\/]prism-include-languages(?:\.js)?$/

/** Code is highlighted while the site is built; a browser keeps what it was served, and loads the highlighter and its languages only to draw code anew. */
export default function lazyHighlighting(_: LoadContext): Plugin {
  return {
    name: 'docusaurus-plugin-lazy-highlighting',
    getThemePath: () => './theme',
    getTypeScriptThemePath: () => './theme',
    configureWebpack(_config, isServer, {currentBundler}) {
      const {NormalModuleReplacementPlugin} = currentBundler.instance
      return {
        plugins: [
          new NormalModuleReplacementPlugin(EAGER, 'docusaurus-plugin-lazy-highlighting/none'),
          new NormalModuleReplacementPlugin(
            /^docusaurus-plugin-lazy-highlighting\/content$/,
            `docusaurus-plugin-lazy-highlighting/${isServer ? 'highlighted' : 'kept'}`,
          ),
        ],
      }
    },
  }
}
