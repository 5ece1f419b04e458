import type {ReactNode} from 'react'
import {useDoc} from '@docusaurus/plugin-content-docs/client'
import {usePluginData} from '@docusaurus/useGlobalData'
import Footer from '@theme-init/DocItem/Footer'
import RunbookStanding from '@theme/RunbookStanding'
import type {Published} from '../../../view/published.ts'

/** At the foot of a runbook: what was executed, when and with what. Other pages are left as they are. */
export default function RunbookFooter(): ReactNode {
  const {metadata} = useDoc()
  const {folder, standings} = usePluginData('docusaurus-plugin-tested-docs') as Published
  const source = metadata.source.replace(/^@site\//, '')
  const id = source.startsWith(`${folder}/`) ? source.slice(folder.length + 1).replace(/\.mdx?$/, '') : ''
  const standing = Object.hasOwn(standings, id) ? standings[id] : undefined
  return (
    <>
      {standing && <RunbookStanding standing={standing} />}
      <Footer />
    </>
  )
}
