import {useEffect, useState} from 'react'

export type Copied = 'idle' | 'copied' | 'failed'

/** Puts a text on the clipboard and says for a moment how that went. */
export function useCopy(): readonly [state: Copied, copy: (text: string) => void] {
  const [state, setState] = useState<Copied>('idle')
  useEffect(() => {
    if (state === 'idle') return undefined
    const timer = setTimeout(() => setState('idle'), 4000)
    return () => clearTimeout(timer)
  }, [state])
  const copy = (text: string): void => {
    // Absent where the page is not served safely.
    const written = (navigator.clipboard as Clipboard | undefined)?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
    written.then(
      () => setState('copied'),
      () => setState('failed'),
    )
  }
  return [state, copy]
}
