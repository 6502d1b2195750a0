import { lookup } from 'node:dns';
import { request } from 'node:https';
import { BlockList, isIPv6, type LookupFunction } from 'node:net';
import { Problem } from '@olympus/core';

/** Addresses that are nobody's on the internet: this machine, its networks, and reserved ranges (RFC 6890). */
const inner = new BlockList();
const ipv4: readonly (readonly [string, number])[] = [
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
for (const [address, prefix] of ipv4) inner.addSubnet(address, prefix, 'ipv4');
/** Of IPv6 only the global unicast range is the internet; these parts of it are not. */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const tunnels6 = new BlockList();
tunnels6.addSubnet('2001::', 23, 'ipv6');
tunnels6.addSubnet('2001:db8::', 32, 'ipv6');
tunnels6.addSubnet('2002::', 16, 'ipv6');

/** Whether an address is on the internet rather than on this machine or a network of ours. */
export function isPublicAddress(address: string): boolean {
  if (isIPv6(address)) {
    return global6.check(address, 'ipv6') && !tunnels6.check(address, 'ipv6');
  }
  return !inner.check(address, 'ipv4');
}

function refused(host: string): Problem {
  return new Problem({
    code: 'private_address',
    kind: 'forbidden',
    message: `${host} is not an address on the internet`,
    remedy: 'Name a public host.',
  });
}

/** Resolves like the system does, refusing names that lead inwards. The connection uses this answer. */
const publicLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '', 0);
    const [first] = addresses;
    if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) {
      return callback(refused(host), '', 0);
    }
    if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

const timeoutMs = 5_000;
const maxBytes = 1024 * 1024;

/**
 * Fetches over https from the internet only, for addresses that people enter. The checked address is
 * the one connected to, so a name cannot change its mind in between; redirects are not followed.
 */
export const fetchPublic: typeof fetch = async (input) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // literal addresses are connected to without a look-up
  const literal = /^[\d.]+$/.test(host) || host.includes(':');
  if (url.protocol !== 'https:' || (literal && !isPublicAddress(host))) throw refused(host);
  return new Promise<Response>((resolve, reject) => {
    const outgoing = request(url, { lookup: publicLookup, timeout: timeoutMs }, (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > maxBytes)
          outgoing.destroy(new Error(`more than ${maxBytes} bytes from ${host}`));
        else chunks.push(chunk);
      });
      incoming.on('error', reject);
      incoming.on('end', () => {
        const type = incoming.headers['content-type'];
        resolve(
          new Response(Buffer.concat(chunks), {
            status: incoming.statusCode ?? 502,
            ...(type === undefined ? {} : { headers: { 'content-type': type } }),
          }),
        );
      });
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error(`${host} does not answer in time`)));
    outgoing.on('error', reject);
    outgoing.end();
  });
};
