import {expect, test} from 'vitest'
import {complaintsOfWeight} from './weight.ts'

test('the weight of an installation is held against the README and against a limit, each with a message', () => {
  const readme = 'It adds 20 packages and 12 MB to a site.'
  expect(complaintsOfWeight({packages: 21, megabytes: 13}, readme)).toEqual([])
  expect(complaintsOfWeight({packages: 24, megabytes: 12}, readme)).toEqual([
    'README.md: unexpected 20 packages, expected 24, which an installation adds (correct the README)',
  ])
  expect(complaintsOfWeight({packages: 21, megabytes: 500}, readme)).toEqual([
    'README.md: unexpected 12 megabytes, expected 500, which an installation adds (correct the README)',
    expect.stringMatching(/^megabytes: unexpected 500, expected no more than \d+/),
  ])
})
