import type {ComponentProps, ReactNode} from 'react'
import useBrokenLinks from '@docusaurus/useBrokenLinks'
import InitComponents from '@theme-init/MDXComponents'
import PlanStatus from '@theme/PlanStatus'

const {li: InitItem = 'li', input: InitInput = 'input'} = InitComponents as {li?: 'li'; input?: 'input'}

/** A task can be linked to by its line. */
function Item(props: ComponentProps<'li'>): ReactNode {
  const {collectAnchor} = useBrokenLinks()
  if (props.id?.startsWith('line-') === true) collectAnchor(props.id)
  return <InitItem {...props} />
}

/** A box needs a name that says what it shows. */
function Input(props: ComponentProps<'input'>): ReactNode {
  return <InitInput {...props} {...(props.type === 'checkbox' ? {'aria-label': props.checked === true ? 'Done' : 'Open'} : {})} />
}

export default {...InitComponents, li: Item, input: Input, PlanStatus, 'plan-status': PlanStatus}
