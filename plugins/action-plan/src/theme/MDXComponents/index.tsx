import type {ComponentProps, ReactNode} from 'react'
import InitComponents from '@theme-init/MDXComponents'
import PlanStatus from '@theme/PlanStatus'

const {input: InitInput = 'input'} = InitComponents as {input?: 'input'}

/** A box needs a name that says what it shows. */
function Input(props: ComponentProps<'input'>): ReactNode {
  return <InitInput {...props} {...(props.type === 'checkbox' ? {'aria-label': props.checked === true ? 'Done' : 'Open'} : {})} />
}

export default {...InitComponents, input: Input, PlanStatus}
