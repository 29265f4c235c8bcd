import { BlockList, isIPv4, isIPv6 } from 'node:net'

// https://www.iana.org/assignments/iana-ipv4-special-registry: networks of a house, of a machine, of tests, and to many at once.
const closed = new BlockList()
const closedNetworks: [address: string, bits: number][] = [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
  ] as const),
  ...([
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
].map(([address, bits]) => [address, bits])
for (const [address, bits] of closedNetworks) closed.addSubnet(address, bits)

// https://www.iana.org/assignments/iana-ipv6-special-registry: what is public lies in one network. IPv4 inside IPv6, as in
// ::ffff:127.0.0.1, lies outside of it, or in the tunnels that are closed again.
const open = new BlockList()
open.addSubnet('2000::', 3, 'ipv6')
closed.addSubnet('2001::', 23, 'ipv6')
closed.addSubnet('2001:db8::', 32, 'ipv6')
closed.addSubnet('2002::', 16, 'ipv6')
closed.addSubnet('3fff::', 20, 'ipv6')

/** Whether an address is one that anybody could reach: not of this machine, and not of the network it stands in. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed.check(address)
  return isIPv6(address) && open.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}
