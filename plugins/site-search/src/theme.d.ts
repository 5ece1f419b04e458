/// <reference types="@docusaurus/module-type-aliases" />
/// <reference types="@docusaurus/theme-classic" />

declare module '@theme/SearchDialog' {
  export interface Props {
    /** What stands in the field when it opens. */
    readonly asked: string
    /** Called when it is closed, whatever closed it. */
    readonly onClose: () => void
  }
  /** The search, over the page. Loaded when it is opened for the first time. */
  export default function SearchDialog(props: Props): React.ReactNode
}
declare module '@theme/SearchPage' {
  export interface Props {
    /** Every page of the site, by what it is. */
    readonly lists: readonly import('./model/lists.ts').List[]
    /** Its own address; with `?q=` and words behind it, the search opens with them. */
    readonly page: string
  }
  /** Lists every page, for those who look around and for browsers without JavaScript. */
  export default function SearchPage(props: Props): React.ReactNode
}
