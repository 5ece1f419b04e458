import {useEffect, useRef, useState, type ComponentProps, type ReactNode} from 'react'
import Components from '@theme-original/MDXComponents'
import styles from './styles.module.css'

/** A table stays a table; one that is wider than the page scrolls in its frame, by keyboard too. One that fits is no stop on the way. */
function Table(props: ComponentProps<'table'>): ReactNode {
  const frame = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const {current} = frame
    if (current === null) return undefined
    const observer = new ResizeObserver(() => setScrolls(current.scrollWidth > current.clientWidth))
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={frame} className={styles.frame} {...(scrolls ? {tabIndex: 0, role: 'group', 'aria-label': 'Table, scrolls sideways'} : {})}>
      <table {...props} />
    </div>
  )
}

export default {...(Components as object), table: Table}
