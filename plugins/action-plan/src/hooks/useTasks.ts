import {useCallback, useState} from 'react'
import type {PageStatus, PageStatusItem} from '../model/page.ts'

/** The tasks of items by their ids; null while nobody asked for them. */
export type TasksOfItems = ReadonlyMap<string, PageStatusItem['tasks']> | 'failed' | null

/** Loads the tasks that a page of a large plan came without, once somebody wants to see them. The address is null when the page has them by now. */
export function useTasks(address: string | null): readonly [tasks: TasksOfItems, load: () => void] {
  const [tasks, setTasks] = useState<TasksOfItems>(null)
  const [asked, setAsked] = useState(false)
  const load = useCallback((): void => {
    if (asked || address === null) return
    setAsked(true)
    fetch(address)
      .then(async (answer) => (await answer.json()) as PageStatus)
      .then(({sections}) => setTasks(new Map(sections.flatMap(({items}) => items.map((item) => [item.id, item.tasks] as const)))))
      .catch(() => {
        setAsked(false)
        setTasks('failed')
      })
  }, [address, asked])
  return [tasks, load]
}

/** A status with the tasks that were loaded. */
export function withTasks(status: PageStatus, tasks: TasksOfItems): PageStatus {
  if (tasks === null || tasks === 'failed') return status
  const filled = (item: PageStatusItem): PageStatusItem =>
    item.tasks.length > 0 || item.tasksTotal === 0 ? item : {...item, tasks: tasks.get(item.id) ?? []}
  return {...status, sections: status.sections.map((section) => ({...section, items: section.items.map(filled)}))}
}
