import type {ReactNode} from 'react'
import {useCodeBlockContext} from '@docusaurus/theme-common/internal'
import Lines from '@theme-init/CodeBlock/Content'
import type {Props} from '@theme/CodeBlock/Content'
import includeLanguages from '@theme/prism-include-languages'
import {Prism} from 'prism-react-renderer'
import styles from '@docusaurus/theme-classic/lib/theme/CodeBlock/Content/styles.module.css'
import {useFrame} from './useFrame.ts'

includeLanguages(Prism)

/** Highlighted code as one text, coloured by its classes (`.token.comment`); where lines are numbered or marked, the theme's own drawing, which has an element for each line. */
export default function Highlighted(props: Props): ReactNode {
  const {code, language, lineNumbersStart, lineClassNames} = useCodeBlockContext().metadata
  const frame = useFrame(props)
  if (lineNumbersStart !== undefined || Object.keys(lineClassNames).length > 0) return <Lines {...props} />
  const name = language.toLowerCase()
  const grammar = Prism.languages[name]
  const text = grammar === undefined ? {children: code} : {dangerouslySetInnerHTML: {__html: Prism.highlight(code, grammar, name)}}
  return (
    <pre {...frame}>
      <code className={styles.codeBlockLines} {...text} />
    </pre>
  )
}
