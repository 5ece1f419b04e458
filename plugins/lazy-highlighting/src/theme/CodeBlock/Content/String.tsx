import type {ReactNode} from 'react'
import {useThemeConfig} from '@docusaurus/theme-common'
import {CodeBlockContextProvider, createCodeBlockMetadata} from '@docusaurus/theme-common/internal'
import type {Props} from '@theme/CodeBlock/Content/String'
import Layout from '@theme/CodeBlock/Layout'
import {useWordWrap} from '../../../useWordWrap.ts'

/** The theme's, with a word wrap that costs nothing until a line is too long. */
export default function CodeBlockString({children, className, metastring, language, title, showLineNumbers}: Props): ReactNode {
  const {magicComments, defaultLanguage} = useThemeConfig().prism
  const metadata = createCodeBlockMetadata({
    code: children,
    className,
    metastring,
    magicComments,
    defaultLanguage,
    language,
    title,
    showLineNumbers,
  })
  return (
    <CodeBlockContextProvider metadata={metadata} wordWrap={useWordWrap()}>
      <Layout />
    </CodeBlockContextProvider>
  )
}
