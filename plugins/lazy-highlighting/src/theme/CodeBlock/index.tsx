import {Children, isValidElement, type ReactNode} from 'react'
import type {Props} from '@theme/CodeBlock'
import Element from '@theme/CodeBlock/Content/Element'
import Text from '@theme/CodeBlock/Content/String'

/** The theme's code block, without its second drawing in the browser: that one is for themes that differ by colour mode, and would throw away what the server drew. */
export default function CodeBlock({children, ...props}: Props): ReactNode {
  if (Children.toArray(children).some((one) => isValidElement(one))) return <Element {...props}>{children}</Element>
  return <Text {...props}>{Array.isArray(children) ? children.join('') : (children as string)}</Text>
}
