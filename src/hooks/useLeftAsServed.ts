import {useState} from 'react'
import {useWindowSize} from '@docusaurus/theme-common'
import useIsBrowser from '@docusaurus/useIsBrowser'

/** Whether a part for wide windows stays the HTML that was served: on a phone, where it is not seen and is taken away as soon as the page stands. To bring it to life before would be work for nothing. */
export function useLeftAsServed(): boolean {
  const drawn = useIsBrowser()
  const [left] = useState(() => !drawn && typeof window !== 'undefined' && window.matchMedia('(max-width: 996px)').matches)
  return useWindowSize() !== 'desktop' && left
}
