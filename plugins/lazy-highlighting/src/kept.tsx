import {lazy, Suspense, useLayoutEffect, useState, type ReactNode} from 'react'
import clsx from 'clsx'
import {useCodeBlockContext} from '@docusaurus/theme-common/internal'
import useIsBrowser from '@docusaurus/useIsBrowser'
import type {Props} from '@theme/CodeBlock/Content'
import styles from '@docusaurus/theme-classic/lib/theme/CodeBlock/Content/styles.module.css'

const Highlighted = lazy(() => import('./highlighted.tsx'))
const NOTHING = {__html: ''}

/** Code in a browser: as the server drew it, where it did; the highlighter comes only for code that the server did not draw. */
export default function Kept(props: Props): ReactNode {
  const {
    metadata,
    wordWrap: {codeBlockRef},
  } = useCodeBlockContext()
  const [drawn, setDrawn] = useState({
    by: useIsBrowser() || process.env.NODE_ENV !== 'production' ? 'browser' : 'server',
    code: metadata.code,
  })
  const kept = drawn.by === 'server' && drawn.code === metadata.code
  useLayoutEffect(() => {
    // React may throw the server's page away and draw its own: then nothing is there to keep.
    if (kept && codeBlockRef.current?.firstChild === null) setDrawn({by: 'browser', code: ''})
  }, [kept, codeBlockRef])
  const all = {ref: codeBlockRef, tabIndex: 0, className: clsx(props.className, styles.codeBlock, 'thin-scrollbar')}
  if (kept) return <pre {...all} suppressHydrationWarning dangerouslySetInnerHTML={NOTHING} />
  const plain = (
    <pre {...all}>
      <code className={styles.codeBlockLines}>{metadata.code}</code>
    </pre>
  )
  return (
    <Suspense fallback={plain}>
      <Highlighted {...props} />
    </Suspense>
  )
}
