import type {ComponentProps, ReactNode} from 'react'
import InitComponents from '@theme-init/MDXComponents'
import PlanStatus from '@theme/PlanStatus'
import {markWord} from '../../labels/mark.ts'

const {input: InitInput = 'input'} = InitComponents as {input?: 'input'}

/** A box needs a name that says what it shows. */
function Input(props: ComponentProps<'input'>): ReactNode {
  return <InitInput {...props} {...(props.type === 'checkbox' ? {'aria-label': markWord(props.checked === true ? 'done' : 'open')} : {})} />
}

export default {...InitComponents, input: Input, PlanStatus}
