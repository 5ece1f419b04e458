import {expect, test} from 'vitest'
import {planOrigins} from './policy.ts'

test('a policy has to allow the hosts of plans of others, each once, and nothing for files of the site', () => {
  expect(
    planOrigins([
      'https://b.example/x/status.json',
      {address: 'https://a.example:8443/plans.json'},
      '/fleet/plans.json',
      'https://b.example/y/status.json',
    ]),
  ).toEqual(['https://a.example:8443', 'https://b.example'])
  expect(planOrigins(['/fleet/plans.json'])).toEqual([])
})
