import type {ReactNode} from 'react'

const NOTHING = {__html: ''}

/** Takes over an element of the served page and leaves what is in it as it is. */
export function AsServed(): ReactNode {
  return <div suppressHydrationWarning dangerouslySetInnerHTML={NOTHING} />
}
