import type {ReactNode} from 'react'
import Head from '@docusaurus/Head'
import font from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'

/** Asks for the typeface at once: `font-display: optional` waits a moment for it and never swaps it in later. */
export default function Root({children}: {children: ReactNode}): ReactNode {
  return (
    <>
      <Head>
        <link rel="preload" as="font" type="font/woff2" href={font} crossOrigin="anonymous" />
      </Head>
      {children}
    </>
  )
}
