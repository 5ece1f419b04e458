import type {ReactNode} from 'react'
import type {Props} from '@theme/CodeBlock'
import CodeBlock from '@theme-init/CodeBlock'
import includeLanguages from '@theme/prism-include-languages'
import {Prism} from 'prism-react-renderer'

includeLanguages(Prism)

/** The theme's code block, which brings its languages itself. */
export default function LazyCodeBlock(props: Props): ReactNode {
  return <CodeBlock {...props} />
}
