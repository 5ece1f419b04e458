import type {Status, StatusItem, StatusSection} from './status.ts'

/** The English sentences of `status.json`: pages make theirs of the causes, in the language of the site. */
type English = 'because' | 'doubt' | 'words' | 'target' | 'note'
/** A part of `status.json` as pages carry it. */
export type Page<T> = T extends readonly (infer One)[]
  ? readonly Page<One>[]
  : T extends object
    ? {readonly [Key in keyof T as Exclude<Key, English>]: Page<T[Key]>}
    : T
/** `status.json` as pages carry it. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- documentation names an interface, and writes an alias out
export interface PageStatus extends Page<Status> {}
/** An item as pages carry it. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- documentation names an interface, and writes an alias out
export interface PageStatusItem extends Page<StatusItem> {}
/** A section as pages carry it. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- documentation names an interface, and writes an alias out
export interface PageSection extends Page<StatusSection> {}
