/**
 * What the harness does around the blocks of a page. `setup`, `before`, `deny`, `mend`, `after` and `end` run in a shell of their own and stand for
 * the world; `type` and `mistype` run in the shell of the page and stand for what the reader fills in, rightly and wrongly.
 */
export const SCENE_KINDS = ['setup', 'before', 'type', 'mistype', 'deny', 'mend', 'after', 'end'] as const
export type SceneKind = (typeof SCENE_KINDS)[number]

export interface Scene {
  readonly kind: SceneKind
  /** The block that it belongs to; `setup` and `end` belong to none. */
  readonly block: string | null
  /** What the block must print after a `mistype` or a `deny`. */
  readonly says: string | null
  readonly text: string
  readonly line: number
}

/** One state of the world in which the page must work. */
export interface Situation {
  readonly name: string
  /** Words of the page that stand for each other in this situation: `app_a=app_b` expects `app_b` where the page shows `app_a`, and the reverse. */
  readonly swaps: readonly (readonly [string, string])[]
}

export interface Rehearsal {
  readonly path: string
  readonly situations: readonly Situation[]
  readonly scenes: readonly Scene[]
}
