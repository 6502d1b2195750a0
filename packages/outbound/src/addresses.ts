import { BlockList, isIPv6 } from 'node:net';

/** IPv4 that is nobody's on the internet: this machine, networks of ours, reserved (RFC 6890). */
const inner4 = new BlockList();
const ranges4: readonly (readonly [string, number])[] = [
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
];
for (const [address, prefix] of ranges4) inner4.addSubnet(address, prefix, 'ipv4');

/** Of IPv6 only the global unicast range is the internet; loopback, mapped, NAT64, local are not. */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
/** Parts of it that tunnel to somewhere else (Teredo, 6to4) or are for documentation (RFC 9637). */
const special6 = new BlockList();
special6.addSubnet('2001::', 23, 'ipv6');
special6.addSubnet('2001:db8::', 32, 'ipv6');
special6.addSubnet('2002::', 16, 'ipv6');
special6.addSubnet('3fff::', 20, 'ipv6');

/** Whether an address is on the internet rather than on this machine or a network of ours. */
export function isPublicAddress(address: string): boolean {
  const [plain = ''] = address.split('%', 1);
  if (isIPv6(plain)) return global6.check(plain, 'ipv6') && !special6.check(plain, 'ipv6');
  return !inner4.check(plain, 'ipv4');
}
