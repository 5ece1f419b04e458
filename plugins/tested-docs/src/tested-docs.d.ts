/// <reference types="@docusaurus/module-type-aliases" />
/// <reference types="@docusaurus/theme-classic" />

declare module '@theme-init/DocItem/Footer' {
  import type {ReactNode} from 'react'
  export default function DocItemFooter(): ReactNode
}

declare module '@theme/RunbookTable' {
  import type {ReactNode} from 'react'
  /** Every runbook with how far it was run, and when. */
  export default function RunbookTable(): ReactNode
}

declare module '@theme/RunbookStanding' {
  import type {ReactNode} from 'react'
  import type {Standing} from './view/sentence.ts'
  export interface Props {
    /** What the results of the last run allow to say of a runbook. */
    readonly standing: Standing
  }
  /** How far a runbook was run, as sign and words. */
  export default function RunbookStanding(props: Props): ReactNode
}
