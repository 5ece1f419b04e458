import type {ReactNode} from 'react'
import type {Props} from '@theme/DocSidebar/Mobile'
import Original from '@theme-original/DocSidebar/Mobile'
import {useMenuAsked} from '../../../hooks/useMenuAsked'

/** The guides in the menu of a phone, handed to it when it is first opened. */
export default function DocSidebarMobile(props: Props): ReactNode {
  return useMenuAsked() ? <Original {...props} /> : null
}
