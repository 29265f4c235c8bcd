import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address'

/** How far a download may go, and how long it may take. */
export type Reach = {
  isAllowed(address: string): boolean
  port: string
  /** Certificates to trust in place of everybody's. */
  ca?: string
  bytes: number
  redirects: number
  /** Milliseconds without a word from the other side, and in all. */
  idleTimeout: number
  timeout: number
}

/** The public web, and no more of it than a picture takes. */
export const publicWeb: Reach = {
  isAllowed: isPublicAddress,
  port: '443',
  bytes: 20 * 1024 * 1024,
  redirects: 3,
  idleTimeout: 10_000,
  timeout: 60_000,
}

/** Why a picture was not fetched, in words for whoever named it. */
export class NotReceived extends Error {}

/** Refuses an address that must not be asked. One that is a name is looked at when it is known what it stands for. */
export function refuseOutOfReach(url: URL, { port, isAllowed }: Reach): void {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (url.protocol !== 'https:') throw new NotReceived(`leads to ${url.href}, which is not https`)
  if (url.username || url.password) throw new NotReceived('holds a password, which would be published')
  if (isIP(host) && !isAllowed(host)) throw new NotReceived(`leads to ${host}, which is no public address`)
  if ((url.port || '443') !== port) throw new NotReceived(`leads to port ${url.port}; only the usual one is asked`)
}

/** Looks a name up and connects to nothing else: asked a second time, a name could stand for another address. */
export const lookupWithin =
  ({ isAllowed }: Reach): LookupFunction =>
  (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, [])
      const allowed = addresses.filter(({ address }) => isAllowed(address))
      const [first] = allowed
      if (!first) done(new NotReceived(`leads to ${name}, which is no public address`), [])
      else if (options.all) done(null, allowed)
      else done(null, first.address, first.family)
    })
  }
