import {useEffect, useState, type ReactNode} from 'react'
import {useNavbarSecondaryMenu} from '@docusaurus/theme-common/internal'
import Original from '@theme-original/Navbar/MobileSidebar'
import {useMenuAsked} from '../../../hooks/useMenuAsked'
import {useMenuFocus} from '../../../hooks/useMenuFocus'

/** The menu of a phone, made when it is first opened; on a page of guides when they are in it, or it would slide to them before the reader's eyes. */
export default function MobileSidebar(): ReactNode {
  const asked = useMenuAsked()
  const guides = useNavbarSecondaryMenu()
  const [handed, hand] = useState(false)
  const [made, make] = useState(false)
  // Those who have guides hand them over as they hear that the menu was asked for: at the same time.
  useEffect(() => hand(asked), [asked])
  if (handed && !made && (guides.content === undefined || guides.shown)) make(true)
  useMenuFocus(made)
  return made ? <Original /> : null
}
