import { describe, expect, it } from 'vitest';
import { parseAllowList } from './allow-list.js';

describe('what the operator allows', () => {
  const list = parseAllowList('smtp.lan, *.Shop.Internal,10.1.0.0/16, 192.168.7.7, fd00:1::/32,');

  it.each(['smtp.lan', 'SMTP.lan', 'smtp.lan.', 'a.shop.internal', 'a.b.shop.internal'])(
    'allows the host %s',
    (host) => expect(list.allowsHost(host)).toBe(true),
  );
  it.each(['lan', 'x.smtp.lan', 'shop.internal', 'evilshop.internal', '10.1.0.1'])(
    'does not allow the host %s',
    (host) => expect(list.allowsHost(host)).toBe(false),
  );
  it.each(['10.1.2.3', '192.168.7.7', 'fd00:1::5'])('allows the address %s', (address) =>
    expect(list.allowsAddress(address)).toBe(true),
  );
  it.each(['10.2.0.1', '192.168.7.8', 'fd00:2::5', '::1', 'smtp.lan'])(
    'does not allow the address %s',
    (address) => expect(list.allowsAddress(address)).toBe(false),
  );
  it.each(['10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '300.1.1.1', 'http://a', 'a b', '*', 'a/8'])(
    'says that "%s" is nothing to allow',
    (text) =>
      expect(() => parseAllowList(`smtp.lan, ${text}`)).toThrow(
        expect.objectContaining({ code: 'invalid_setting', at: 'OLYMPUS_OUTBOUND_ALLOW' }),
      ),
  );
});
