import {afterAll, beforeAll, expect, test} from 'vitest'
import {publishUnderLoad} from './load.ts'
import {bundled, type Programs} from './programs.ts'

/** Nightly 50 releases and 100,000 requests, through nginx and Caddy: `npm run nightly -- releases`. */
const SAMPLE = {releases: 3, requests: 1500, seed: 1}

let programs: Programs
beforeAll(async () => void (programs = await bundled()), 120_000)
afterAll(() => programs.remove())

test('releases go live while nginx is read: pages are whole, and open pages find the code of their release', async () => {
  const {broken, late, requests} = await publishUnderLoad(programs, 'nginx', SAMPLE)
  expect(broken.slice(0, 5)).toEqual([])
  expect(requests).toBeGreaterThanOrEqual(SAMPLE.requests)
  expect(late).toBeGreaterThan(0)
}, 240_000)
