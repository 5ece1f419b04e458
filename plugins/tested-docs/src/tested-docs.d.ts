/// <reference types="@docusaurus/module-type-aliases" />
/// <reference types="@docusaurus/theme-classic" />

declare module '@theme-init/DocItem/Footer' {
  import type {ReactNode} from 'react'
  export default function DocItemFooter(): ReactNode
}

declare module '@theme/RunbookTable' {
  import type {ReactNode} from 'react'
  export default function RunbookTable(): ReactNode
}

declare module '@theme/RunbookStanding' {
  import type {ReactNode} from 'react'
  import type {Standing} from './view/sentence.ts'
  export interface Props {
    readonly standing: Standing
  }
  export default function RunbookStanding(props: Props): ReactNode
}
