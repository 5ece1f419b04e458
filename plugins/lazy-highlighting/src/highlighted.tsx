import type {ReactNode} from 'react'
import Content from '@theme-init/CodeBlock/Content'
import type {Props} from '@theme/CodeBlock/Content'
import includeLanguages from '@theme/prism-include-languages'
import {Prism} from 'prism-react-renderer'

includeLanguages(Prism)

/** The theme's own drawing of code, with the highlighter and its languages. */
export default function Highlighted(props: Props): ReactNode {
  return <Content {...props} />
}
