import {fileURLToPath} from 'node:url'
import type {Plugin} from '@docusaurus/types'

/** Adds the style sheet of the diagrams; the drawing itself is the remark plugin beside this file. */
export default function diagramsPlugin(): Plugin {
  return {
    name: 'docusaurus-plugin-diagrams',
    getClientModules: () => [fileURLToPath(new URL('./diagrams.css', import.meta.url))],
  }
}
