import type {ComponentProps} from 'react'
import clsx from 'clsx'
import {usePrismTheme} from '@docusaurus/theme-common'
import {useCodeBlockContext} from '@docusaurus/theme-common/internal'
import type {Props} from '@theme/CodeBlock/Content'
import styles from '@docusaurus/theme-classic/lib/theme/CodeBlock/Content/styles.module.css'

/** The same on the server and in a browser: what stands around code, and scrolls by keyboard too. */
export function useFrame({className}: Props): ComponentProps<'pre'> {
  const {metadata, wordWrap} = useCodeBlockContext()
  const {plain} = usePrismTheme()
  return {
    ref: wordWrap.codeBlockRef,
    tabIndex: 0,
    className: clsx(className, `prism-code language-${metadata.language.toLowerCase()}`, styles.codeBlock, 'thin-scrollbar'),
    style: plain,
  }
}
