import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './addresses.js';
import type { AllowList } from './allow-list.js';
import { addressRefused, privateAddress, unreachable } from './faults.js';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** From a host name to its addresses. */
export type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>;

/** As the system resolves names, hosts file included. */
export const systemResolve: Resolve = (host) => lookup(host, { all: true });

export interface Rules {
  readonly allowPrivate: boolean;
  readonly allow: AllowList;
  readonly protocols: readonly string[];
}

/** Where a call may go: an address that was checked, and is the one connected to. */
export interface Destination {
  readonly url: URL;
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  readonly addresses: readonly ResolvedAddress[];
}

/**
 * Checks what can be seen and what the name resolves to; one inner address among public ones
 * refuses all. Spellings such as `0x7f.1` or `2130706433` are plain addresses in a parsed URL.
 * @throws Problem address_refused, private_address, host_unreachable
 */
export async function findDestination(
  url: URL,
  rules: Rules,
  resolve: Resolve,
): Promise<Destination> {
  if (!rules.protocols.includes(url.protocol)) {
    const wanted = rules.protocols.map((protocol) => `${protocol}//`).join(' or ');
    throw addressRefused(`${url.protocol} addresses are not called`, `Start it with ${wanted}.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw addressRefused('The address holds a name or password', 'Take them out of the address.');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const literal = isIP(host);
  const addresses =
    literal === 0 ? await resolveHost(host, resolve) : [{ address: host, family: literal }];
  const mayReach = ({ address }: ResolvedAddress) =>
    isPublicAddress(address) ||
    rules.allowPrivate ||
    rules.allow.allowsHost(host) ||
    rules.allow.allowsAddress(address);
  if (!addresses.every(mayReach)) throw privateAddress(host);
  return { url, host, addresses };
}

async function resolveHost(host: string, resolve: Resolve): Promise<readonly ResolvedAddress[]> {
  let addresses: readonly ResolvedAddress[];
  try {
    addresses = await resolve(host);
  } catch (error) {
    throw unreachable(host, error);
  }
  if (addresses.length === 0) throw unreachable(host, new Error('it has no address'));
  return addresses;
}
