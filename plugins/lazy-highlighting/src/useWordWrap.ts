import {useCallback, useEffect, useRef, useState} from 'react'
import type {useCodeWordWrap} from '@docusaurus/theme-common/internal'

/**
 * As the theme's own: whether the lines of a code block are wrapped, and whether they are longer than it is wide.
 * It learns of the width from the layout that is made anyway; the theme's measures at once, and sorts by the rules of a language,
 * which takes a phone a tenth of a second while the page comes to life.
 */
export function useWordWrap(): ReturnType<typeof useCodeWordWrap> {
  const codeBlockRef = useRef<HTMLPreElement>(null)
  const [isEnabled, setIsEnabled] = useState(false)
  const [isLonger, setIsLonger] = useState(false)
  useEffect(() => {
    const block = codeBlockRef.current
    if (block === null) return
    const observer = new ResizeObserver(() => setIsLonger(block.scrollWidth > block.clientWidth))
    observer.observe(block)
    return () => observer.disconnect()
  }, [])
  const toggle = useCallback(() => {
    const code = codeBlockRef.current?.querySelector('code')
    if (code == null) return
    code.style.whiteSpace = isEnabled ? '' : 'pre-wrap'
    // Without a blank to break at, too.
    code.style.overflowWrap = isEnabled ? '' : 'anywhere'
    setIsEnabled(!isEnabled)
  }, [isEnabled])
  return {codeBlockRef, isEnabled, isCodeScrollable: isEnabled || isLonger, toggle}
}
