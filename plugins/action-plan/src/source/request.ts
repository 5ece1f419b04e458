import {lookup as systemLookup, type LookupAddress} from 'node:dns'
import {get as getHttp, type ClientRequest, type IncomingMessage, type RequestOptions} from 'node:http'
import {get as getHttps} from 'node:https'
import {BlockList, isIP, type LookupFunction} from 'node:net'

/** Asks an address and gives the status of its answer. */
export type Request = (url: string, signal: AbortSignal) => Promise<number>

/** Networks that are not the public internet (RFC 6890 and those after it): own machines, those of the neighbours, and what a cloud tells its machines. */
const NOT_PUBLIC_4 = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  NOT_PUBLIC_4.addSubnet(network, bits, 'ipv4')
// Public is 2000::/3 without what stands for other addresses, or for documentation. A list of its own: an IPv4 address counts as one of ::/3, too.
const NOT_PUBLIC_6 = new BlockList()
for (const [network, bits] of [
  ['::', 3],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['4000::', 2],
  ['8000::', 1],
] as const)
  NOT_PUBLIC_6.addSubnet(network, bits, 'ipv6')

/** Whether an address belongs to the public internet. */
export const isPublic = (address: string): boolean =>
  isIP(address) === 6 ? !NOT_PUBLIC_6.check(address, 'ipv6') : !NOT_PUBLIC_4.check(address, 'ipv4')

/** A host that is asked only when that is allowed. */
export class PrivateAddress extends Error {
  readonly host: string
  constructor(host: string) {
    super(
      `${host} is in a private network, which is asked only when that is allowed (--ask-private-urls, or askUrls: 'private' of the plugin)`,
    )
    this.host = host
  }
}

/** Finds the addresses of a name, and refuses those that are not public. What was checked is what is connected to: the name is asked once. */
const guarded =
  (lookup: typeof systemLookup): LookupFunction =>
  (host, options, done) =>
    lookup(host, {...options, all: true}, (error: Error | null, found: LookupAddress[]) => {
      const first = found?.[0]
      if (error !== null || first === undefined) return done(error ?? new Error(`${host} has no address`), '', 0)
      if (!found.every(({address}) => isPublic(address))) return done(new PrivateAddress(host), '', 0)
      return options.all === true ? done(null, found) : done(null, first.address, first.family)
    })

/** Begins to ask an address, and hands on the answer when its head is there. A redirect is an answer. */
function begin(
  url: string,
  privateToo: boolean,
  lookup: typeof systemLookup,
  options: RequestOptions,
  take: (answer: IncomingMessage) => void,
): ClientRequest {
  const {protocol, hostname} = new URL(url)
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  if (!privateToo && isIP(host) !== 0 && !isPublic(host)) throw new PrivateAddress(host)
  const get = protocol === 'http:' ? getHttp : getHttps
  return get(url, {...options, agent: false, lookup: privateToo ? lookup : guarded(lookup)}, take)
}

/** How addresses are asked: those of private networks only when that is allowed. A redirect is an answer; the body is not read. */
export function requestFor(privateToo: boolean, lookup: typeof systemLookup = systemLookup): Request {
  return (url, signal) =>
    new Promise((resolve, reject) => {
      begin(url, privateToo, lookup, {signal, headers: {accept: '*/*', 'user-agent': 'action-plan'}}, (answer) => {
        resolve(answer.statusCode ?? 0)
        answer.destroy()
      }).on('error', reject)
    })
}

/** An answer with its text. */
export interface TextAnswer {
  readonly status: number
  /** Its content type; empty when it says none. */
  readonly type: string
  /** Where a redirect leads; null for none. */
  readonly location: string | null
  /** Null when it is larger than was asked for, or when the answer is none to read. */
  readonly text: string | null
}

/** Reads the text of an address, up to a number of bytes. Only the text of status 200 is read. */
export type ReadAddress = (url: string, signal: AbortSignal, limit: number) => Promise<TextAnswer>

/** The same as `requestFor`, with the text of the answer. */
export function readerFor(privateToo: boolean, lookup: typeof systemLookup = systemLookup): ReadAddress {
  return (url, signal, limit) =>
    new Promise((resolve, reject) => {
      const headers = {accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'action-plan'}
      begin(url, privateToo, lookup, {signal, headers}, (answer) => {
        const {statusCode: status = 0, headers: got} = answer
        const head = {status, type: got['content-type'] ?? '', location: got.location ?? null}
        const end = (text: string | null): void => {
          resolve({...head, text})
          answer.destroy()
        }
        if (status !== 200) return end(null)
        const chunks: Buffer[] = []
        let size = 0
        answer.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size > limit) end(null)
          else chunks.push(chunk)
        })
        // One that breaks off in between ends without its "complete".
        answer.on('end', () => (answer.complete ? end(Buffer.concat(chunks).toString('utf8')) : reject(new Error('the connection broke'))))
        answer.on('error', reject)
      }).on('error', reject)
    })
}
