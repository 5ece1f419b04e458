import {lazy, Suspense, useLayoutEffect, useState, type ReactNode} from 'react'
import {useCodeBlockContext} from '@docusaurus/theme-common/internal'
import useIsBrowser from '@docusaurus/useIsBrowser'
import type {Props} from '@theme/CodeBlock/Content'
import styles from '@docusaurus/theme-classic/lib/theme/CodeBlock/Content/styles.module.css'
import {useFrame} from './useFrame.ts'

const Highlighted = lazy(() => import('./highlighted.tsx'))
const NOTHING = {__html: ''}

/** Code in a browser: as the server drew it, where it did; the highlighter comes only for code that the server did not draw. */
export default function Kept(props: Props): ReactNode {
  const {
    metadata: {code},
    wordWrap: {codeBlockRef},
  } = useCodeBlockContext()
  const frame = useFrame(props)
  const [drawn, setDrawn] = useState({by: useIsBrowser() || process.env.NODE_ENV !== 'production' ? 'browser' : 'server', code})
  const kept = drawn.by === 'server' && drawn.code === code
  useLayoutEffect(() => {
    // React may throw the server's page away and draw its own: then nothing is there to keep.
    if (kept && codeBlockRef.current?.firstChild === null) setDrawn({by: 'browser', code: ''})
  }, [kept, codeBlockRef])
  if (kept) return <pre {...frame} suppressHydrationWarning dangerouslySetInnerHTML={NOTHING} />
  const plain = (
    <pre {...frame}>
      <code className={styles.codeBlockLines}>{code}</code>
    </pre>
  )
  return (
    <Suspense fallback={plain}>
      <Highlighted {...props} />
    </Suspense>
  )
}
