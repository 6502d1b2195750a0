import type { TenantId } from '@olympus/core';

/** `pseudonym` makes customer keys, `sealing` seals what belongs to the tenant and no one person. */
export const tenantSecretPurposes = ['pseudonym', 'sealing'] as const;

export type TenantSecretPurpose = (typeof tenantSecretPurposes)[number];

/** The associated data under which a tenant's secret is wrapped. */
export function tenantSecretOwner(tenant: TenantId, purpose: TenantSecretPurpose): string {
  return `tenant|${tenant}|${purpose}`;
}
