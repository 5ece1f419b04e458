import type {ReactNode} from 'react'
import Link from '@docusaurus/Link'
import {itemAnchor} from '../../view/address.ts'
import type {ChangeLine} from '../../view/pages/changes.ts'

/** A change in one line, with a link to its item where `page` still has it. */
export function ChangedItem({line: {item, name, rest}, page}: {readonly line: ChangeLine; readonly page: string}): ReactNode {
  return (
    <>
      {item !== null && <Link to={`${page}#${itemAnchor(item)}`}>{name}</Link>}
      {rest}
    </>
  )
}
