import {chromium} from 'playwright-core'
import type {TestProject} from 'vitest/node'
import {browser} from '../tools.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the browser of this run listens. */
    readonly browser: string
  }
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the browser that all files of a run share: each has contexts of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await chromium.launchServer({executablePath: browser() ?? '', args: FLAGS})
  project.provide('browser', server.wsEndpoint())
  return () => server.close()
}
