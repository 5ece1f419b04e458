import {readdirSync, readFileSync} from 'node:fs'
import {parse} from 'yaml'

/** What a careful reader takes from a plan, as its file says it: the fields are those of the README beside the plans. */
export interface StatedFields {
  readonly number?: string
  readonly priority?: string
  readonly owner?: readonly string[]
  readonly days?: number
  readonly due?: string
  readonly after?: readonly string[]
  readonly doneOn?: string
  readonly phase?: string
}
export type StatedTask = StatedFields & Partial<Record<(typeof STATES)[number], string>>
export interface StatedItem extends StatedFields {
  readonly title?: string
  readonly tasks: readonly StatedTask[]
}
export interface StatedSection extends StatedFields {
  readonly title?: string
  readonly items: readonly StatedItem[]
}
export interface Stated {
  readonly phases?: Readonly<Record<string, string>>
  readonly sections: readonly StatedSection[]
}
/** A plan with its truth; `habit` and `language` are parts of its name. */
export interface TruePlan {
  readonly name: string
  readonly habit: string
  readonly language: string
  readonly text: string
  readonly stated: Stated
}

/** What a task can be; `doing` is open with a mark of its own. */
export const STATES = ['open', 'doing', 'done', 'dropped'] as const

export function readTruth(folder: URL): readonly TruePlan[] {
  const at = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.truth.yaml'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.truth.yaml'.length)
      const [, habit, language] = /^[^-]+-(.+)\.(..)$/.exec(name) ?? []
      if (habit === undefined || language === undefined) throw new Error(`${file}: expected NN-habit.LANG.truth.yaml`)
      return {name, habit, language, text: at(`${name}.md`), stated: parse(at(file)) as Stated}
    })
}
