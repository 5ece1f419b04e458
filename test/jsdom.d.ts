/** What the tests use of jsdom, which ships no types. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options?: {readonly url: string})
    readonly window: {readonly document: Document; readonly WebSocket: typeof WebSocket}
  }
}
