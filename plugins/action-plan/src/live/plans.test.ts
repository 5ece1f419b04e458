import {expect, test, vi} from 'vitest'
import type {PlanGlobal, PlanNumbers} from '../model/global.ts'
import {plansView} from './plans.ts'
import * as stores from './store.ts'

const plan = {statusUrl: '/status.json', pollSeconds: 0, title: 'Plan', items: [{id: '1.1', done: 0}]} as unknown as PlanGlobal
const other = {...plan, statusUrl: '/other/status.json'}

/** Stores that know what is given for each plan. */
function knowing(numbers: Readonly<Record<string, object | null>>): void {
  vi.spyOn(stores, 'storeOf').mockImplementation(({statusUrl}) => ({
    get: () => ({}) as never,
    numbers: () => numbers[statusUrl] as PlanNumbers | null,
    subscribe: () => () => undefined,
  }))
}

test('until something newer is known, the plans are those of the build themselves: nothing is drawn again', () => {
  const built = {default: plan, other}
  const view = plansView(built)
  expect(view.get()).toBe(built)
  expect(plansView(built)).toBe(view)
})

test('newer numbers that say the same are those of the build, and one that differs is shown with the rest', () => {
  const numbers: Record<string, object | null> = {
    '/status.json': {items: [{id: '1.1', done: 0}], title: 'Plan'},
    '/other/status.json': null,
  }
  knowing(numbers)
  const built = {default: plan, other}
  const view = plansView(built)
  expect(view.get()).toBe(built)
  numbers['/other/status.json'] = {items: [{id: '1.1', done: 1}]}
  const newest = view.get()
  expect(newest).toEqual({default: plan, other: {...other, items: [{id: '1.1', done: 1}]}})
  expect(view.get()).toBe(newest)
})
