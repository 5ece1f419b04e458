import {useState, type ReactNode} from 'react'
import {useNavbarMobileSidebar} from '@docusaurus/theme-common/internal'
import Original from '@theme-original/Navbar/MobileSidebar'

/** The menu of a phone, made when it is first opened: the theme makes it, all pages of the sidebar with it, on every page that a phone shows. */
export default function MobileSidebar(): ReactNode {
  const {shown} = useNavbarMobileSidebar()
  const [asked, ask] = useState(false)
  if (shown && !asked) ask(true)
  return asked ? <Original /> : null
}
