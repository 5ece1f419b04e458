import {lookup as systemLookup, type LookupAddress} from 'node:dns'
import {get as getHttp} from 'node:http'
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

class PrivateAddress extends Error {
  constructor(host: string) {
    super(
      `${host} is in a private network, which is asked only when that is allowed (--ask-private-urls, or askUrls: 'private' of the plugin)`,
    )
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

/** How addresses are asked: those of private networks only when that is allowed. A redirect is an answer; the body is not read. */
export function requestFor(privateToo: boolean, lookup: typeof systemLookup = systemLookup): Request {
  return (url, signal) =>
    new Promise((resolve, reject) => {
      const {protocol, hostname} = new URL(url)
      const host = hostname.replace(/^\[(.*)\]$/, '$1')
      if (!privateToo && isIP(host) !== 0 && !isPublic(host)) throw new PrivateAddress(host)
      const get = protocol === 'http:' ? getHttp : getHttps
      get(
        url,
        {signal, agent: false, headers: {accept: '*/*', 'user-agent': 'action-plan'}, lookup: privateToo ? lookup : guarded(lookup)},
        (answer) => {
          resolve(answer.statusCode ?? 0)
          answer.destroy()
        },
      ).on('error', reject)
    })
}
