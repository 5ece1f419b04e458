import {useDeferredValue, type ReactNode} from 'react'
import useIsBrowser from '@docusaurus/useIsBrowser'
import Original from '@theme-init/CodeBlock/Buttons'
import type {Props} from '@theme/CodeBlock/Buttons'

/** The theme's buttons, made once the page has come to life and there is time: a runbook has dozens. */
export default function Buttons(props: Props): ReactNode {
  return useDeferredValue(useIsBrowser()) ? <Original {...props} /> : null
}
