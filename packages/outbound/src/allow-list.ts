import { BlockList, isIP, isIPv4 } from 'node:net';
import { Problem } from '@olympus/core';

/** What the operator lets outgoing calls reach although it is not on the internet. */
export interface AllowList {
  allowsHost(host: string): boolean;
  allowsAddress(address: string): boolean;
}

const hostName = /^(\*\.)?[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/;

/**
 * @param text  hosts (`smtp.lan`, `*.lan` for all below), addresses and ranges (`10.1.0.0/16`),
 * separated by commas
 * @throws Problem invalid_setting
 */
export function parseAllowList(text: string, at = 'OLYMPUS_OUTBOUND_ALLOW'): AllowList {
  const hosts = new Set<string>();
  const suffixes: string[] = [];
  const ranges = new BlockList();
  const entries = text.split(',').map((entry) => entry.trim().toLowerCase());
  for (const entry of entries.filter((one) => one !== '')) {
    const [address = '', bits, ...rest] = entry.split('/');
    const version = isIP(address);
    if (version !== 0) {
      const most = version === 4 ? 32 : 128;
      const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
      if (rest.length > 0 || !(prefix <= most)) throw invalid(entry, at);
      ranges.addSubnet(address, prefix, version === 4 ? 'ipv4' : 'ipv6');
    } else if (bits === undefined && hostName.test(entry) && !/^[\d.]+$/.test(entry)) {
      if (entry.startsWith('*.')) suffixes.push(entry.slice(1));
      else hosts.add(entry);
    } else throw invalid(entry, at);
  }
  return {
    allowsHost(host) {
      const name = host.toLowerCase().replace(/\.$/, '');
      return hosts.has(name) || suffixes.some((suffix) => name.endsWith(suffix));
    },
    allowsAddress(address) {
      const [plain = ''] = address.split('%', 1);
      return isIP(plain) !== 0 && ranges.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6');
    },
  };
}

export const nothingAllowed: AllowList = {
  allowsHost: () => false,
  allowsAddress: () => false,
};

function invalid(entry: string, at: string): Problem {
  return new Problem({
    code: 'invalid_setting',
    kind: 'invalid',
    message: `"${entry}" is no host, address or range`,
    remedy: 'List them as smtp.lan, *.lan, 192.0.2.7, 10.1.0.0/16.',
    at,
  });
}
