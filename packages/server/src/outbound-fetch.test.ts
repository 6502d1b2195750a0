import { describe, expect, it } from 'vitest';
import { fetchPublic, isPublicAddress } from './outbound-fetch.js';

describe('addresses', () => {
  it.each(['8.8.8.8', '1.1.1.1', '193.99.144.80', '2606:4700:4700::1111', '2a00:1450:4001::1'])(
    'knows %s as the internet',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    'fe80::1',
    'fd00::1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    '2001:db8::1',
  ])('knows %s as inner or reserved', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('fetching for people', () => {
  it.each([
    'https://127.0.0.1/keys',
    'https://[::1]/keys',
    'https://169.254.169.254/latest',
    'https://localhost/keys',
    'https://2130706433/keys',
    'https://0x7f.1/keys',
    'http://example.com/keys',
    'file:///etc/passwd',
  ])('refuses %s', async (url) => {
    await expect(fetchPublic(url)).rejects.toMatchObject({ code: 'private_address' });
  });
});
