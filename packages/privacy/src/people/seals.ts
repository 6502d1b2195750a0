import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { TenantId } from '@olympus/core';
import type { Platform } from '@olympus/platform';

/** What is made with a secret that the tenant alone has. */
export interface Seals {
  /** Stands for a customer in receipts: the same for the same id, and nobody can turn it back. */
  personOf(tenant: TenantId, customerId: string): Promise<string>;
  /** HMAC-SHA-256 (RFC 2104) of a receipt's text, base64url. */
  sign(tenant: TenantId, text: string): Promise<string>;
  verify(tenant: TenantId, text: string, signature: string): Promise<boolean>;
}

export function createSeals(pseudonyms: Platform['pseudonyms']): Seals {
  /** Keys of their own for each purpose (HKDF-SHA-256, RFC 5869). */
  const mac = async (tenant: TenantId, purpose: string, text: string) => {
    const secret = await pseudonyms.secretOf(tenant);
    const key = new Uint8Array(hkdfSync('sha256', secret, '', `olympus/privacy/${purpose}/1`, 32));
    return createHmac('sha256', key).update(text).digest();
  };
  const sign = async (tenant: TenantId, text: string) =>
    (await mac(tenant, 'receipt', text)).toString('base64url');
  return {
    personOf: async (tenant, customerId) =>
      `p_${(await mac(tenant, 'person', customerId)).subarray(0, 16).toString('base64url')}`,
    sign,
    verify: async (tenant, text, signature) => {
      const expected = Buffer.from(await sign(tenant, text));
      const given = Buffer.from(signature);
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
}
