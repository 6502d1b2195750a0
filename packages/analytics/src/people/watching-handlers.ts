import type { Handlers } from '@olympus/contract';
import type { TenantId } from '@olympus/core';
import { modelLanguageOf } from '@olympus/semantic';
import type { Analytics } from '../analytics.js';
import type { watchingOperations } from './watching.contract.js';

/** The question without what says about whom and in which language. */
function asked<Input extends { readonly tenant_id: string; readonly locale?: string | undefined }>(
  tenantId: TenantId,
  { tenant_id: _, locale, ...question }: Input,
  signal: AbortSignal,
) {
  return { ...question, tenantId, language: modelLanguageOf(locale), signal };
}

export function watchingHandlers({
  watching,
}: Pick<Analytics, 'watching'>): Handlers<typeof watchingOperations> {
  return {
    'retention.run': async ({ tenant, input: { return: back, ...input }, signal }) =>
      watching.retention({ ...asked(tenant, input, signal), back }),
    'lifecycle.run': async ({ tenant, input, signal }) =>
      watching.lifecycle(asked(tenant, input, signal)),
    'stickiness.run': async ({ tenant, input, signal }) =>
      watching.stickiness(asked(tenant, input, signal)),
    'repeat_purchases.run': async ({ tenant, input, signal }) =>
      watching.repeats(asked(tenant, input, signal)),
    'baskets.run': async ({ tenant, input, signal }) =>
      watching.baskets(asked(tenant, input, signal)),
  };
}
