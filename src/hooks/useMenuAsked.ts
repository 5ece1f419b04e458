import {useState} from 'react'
import {useNavbarMobileSidebar} from '@docusaurus/theme-common/internal'

/** Whether a phone's menu was opened: what is in it is made then, not on every page that a phone shows. */
export function useMenuAsked(): boolean {
  const {shown} = useNavbarMobileSidebar()
  const [asked, ask] = useState(false)
  if (shown && !asked) ask(true)
  return asked
}
