// Finds the programs that the tests drive.
import {accessSync, constants} from 'node:fs'
import {createServer} from 'node:net'
import {delimiter, join} from 'node:path'

/** The shell without windows takes half the time of the whole browser. */
const BROWSERS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** The path of a program on PATH, or null. */
export function find(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      try {
        accessSync(join(folder, name), constants.X_OK)
        return join(folder, name)
      } catch {}
    }
  }
  return null
}

/** The browser that the site's tests drive: `CHROME_PATH`, else an installed Chrome or Chromium. */
export function browser() {
  return process.env.CHROME_PATH ?? find(...BROWSERS)
}

/** A port of this machine that nobody listens on. */
export function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const {port} = server.address()
      server.close(() => done(port))
    })
  })
}
