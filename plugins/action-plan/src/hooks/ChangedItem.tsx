import type {ReactNode} from 'react'
import Link from '@docusaurus/Link'
import {itemAnchor} from '../view/address.ts'

interface Props {
  /** The id of the item, its name, and what is said of it; without an item, what is said alone. */
  readonly line: {readonly item: string | null; readonly name: string; readonly rest: string}
  /** The address of the page that the items stand on. */
  readonly page: string
}

/** A change in one line, which leads to its item. */
export function ChangedItem({line: {item, name, rest}, page}: Props): ReactNode {
  return (
    <>
      {item !== null && <Link to={`${page}#${itemAnchor(item)}`}>{name}</Link>}
      {rest}
    </>
  )
}
