import {OWN_FIELDS, stated, type FieldName} from '../../fields/fields.ts'
import type {PageStatusItem} from '../../model/page.ts'

/** Lists of open items that state a field which the report must tell: its title, and each item with what it says. */
export function statedLists<Item extends PageStatusItem>({
  sections,
}: {
  readonly sections: readonly {readonly items: readonly Item[]}[]
}): readonly {
  readonly name: FieldName
  readonly title: string
  readonly items: readonly (readonly [item: Item, text: string])[]
}[] {
  const open = sections.flatMap(({items}) => items).filter(({health}) => health !== 'done')
  return OWN_FIELDS.flatMap(({name, report}) => {
    const items = open.flatMap((item) => {
      const text = stated(item, name)?.text
      return text === undefined ? [] : [[item, text] as const]
    })
    return report === undefined || items.length === 0 ? [] : [{name, title: report, items}]
  })
}
