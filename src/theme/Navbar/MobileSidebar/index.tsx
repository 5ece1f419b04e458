import type {ReactNode} from 'react'
import Original from '@theme-original/Navbar/MobileSidebar'
import {useMenuAsked} from '../../../hooks/useMenuAsked'

/** The menu of a phone, made when it is first opened. */
export default function MobileSidebar(): ReactNode {
  return useMenuAsked() ? <Original /> : null
}
