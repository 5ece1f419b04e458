import type {ReactNode} from 'react'
import Original from '@theme-original/DocItem/TOC/Desktop'
import {AsServed} from '../../../../components/AsServed'
import {useLeftAsServed} from '../../../../hooks/useLeftAsServed'

/** The headings beside the text, where there is room for them. */
export default function DocItemTOCDesktop(): ReactNode {
  return useLeftAsServed() ? <AsServed /> : <Original />
}
