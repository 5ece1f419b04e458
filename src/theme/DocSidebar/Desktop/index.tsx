import type {ReactNode} from 'react'
import type {Props} from '@theme/DocSidebar/Desktop'
import Original from '@theme-original/DocSidebar/Desktop'
import {AsServed} from '../../../components/AsServed'
import {useLeftAsServed} from '../../../hooks/useLeftAsServed'

/** The guides beside the page, where there is room for them. */
export default function DocSidebarDesktop(props: Props): ReactNode {
  return useLeftAsServed() ? <AsServed /> : <Original {...props} />
}
