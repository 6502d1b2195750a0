import { createHash, randomUUID } from 'node:crypto';
import type { TenantId } from '@olympus/core';
import { seal } from '@olympus/platform';
import { type LedgerRow, toRow } from '@olympus/semantic';
import { isTypeName } from '../schemas/registry.js';
import type { RefusedEvent } from './prepare.js';

interface DeadLetterRow {
  readonly deadLetterId: string;
  readonly status: 'open' | 'replayed' | 'discarded';
  readonly type: string | undefined;
  readonly source: string;
  readonly refusal: RefusedEvent['refusal'];
  readonly raw: string;
  readonly atMs: number;
}

/** A row of the dead letters; the latest about a letter counts. */
export function deadLetterRow(
  tenant: TenantId,
  tenantKey: Uint8Array,
  letter: DeadLetterRow,
): LedgerRow<'dead_letters'> {
  return toRow('dead_letters', {
    tenant_id: tenant,
    event_id: randomUUID(),
    occurred_at: letter.atMs,
    received_at: letter.atMs,
    dead_letter_id: letter.deadLetterId,
    status: letter.status,
    // what is no name of a type may be anything
    type: letter.type !== undefined && isTypeName(letter.type) ? letter.type : null,
    source: letter.source,
    code: letter.refusal.code,
    step: letter.refusal.step,
    reason: letter.refusal.reason,
    path: letter.refusal.path,
    raw: seal(tenantKey, letter.raw),
  });
}

/** The same bytes sent again are the same letter. */
export function deadLetterIdOf(tenant: TenantId, raw: string): string {
  const digest = createHash('sha256').update(`${tenant}\n${raw}`).digest('base64url');
  return `dl_${digest.slice(0, 22)}`;
}
