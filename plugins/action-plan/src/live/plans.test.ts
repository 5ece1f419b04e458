import {expect, test} from 'vitest'
import type {PlanGlobal} from '../model/global.ts'
import {plansView} from './plans.ts'

const plan = {statusUrl: '/status.json', pollSeconds: 0, title: 'Plan'} as unknown as PlanGlobal

test('while nothing newer is known, the plans are the very ones of the build: nothing is drawn again', () => {
  const built = {default: plan, other: {...plan, statusUrl: '/other/status.json'}}
  const view = plansView(built)
  expect(view.get()).toBe(built)
  expect(plansView(built)).toBe(view)
})
