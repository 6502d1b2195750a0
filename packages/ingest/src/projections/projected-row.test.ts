import type { Amount } from '@olympus/core';
import { fromRow } from '@olympus/semantic';
import { expect, it } from 'vitest';
import type { EntityPatch } from '../entities/entity-patch.js';
import { completeRow, type EventColumns, type ProjectedRow } from './projected-row.js';

const event: EventColumns = {
  tenant_id: 't',
  event_id: 'e',
  occurred_at: 5,
  received_at: 6,
  sealed: 'secret',
};
const spend = {
  campaign_id: 'c',
  channel: 'search',
  currency: 'EUR',
  amount: 10_000 as Amount,
};

it('is completed by what every row of the event has, sealed fields only where they are kept', () => {
  const row = completeRow({ ledger: 'spend', columns: { ...spend, occurred_at: 4 } }, event);
  expect(fromRow('spend', row)).toEqual({
    ...spend,
    tenant_id: 't',
    commit_id: null,
    event_id: 'e',
    occurred_at: 4,
    received_at: 6,
    impressions: null,
    clicks: null,
  });
  const feedback = completeRow({ ledger: 'feedback', columns: { feedback_id: 'f' } }, event);
  expect(fromRow('feedback', feedback)).toMatchObject({ occurred_at: 5, sealed: 'secret' });
});

it('does not compile with columns that its ledger does not have', () => {
  const rows: ProjectedRow[] = [
    { ledger: 'spend', columns: spend },
    // @ts-expect-error the column is named campaign_id
    { ledger: 'spend', columns: { ...spend, campaign: 'c' } },
    // @ts-expect-error the amount is missing
    { ledger: 'spend', columns: { campaign_id: 'c', channel: 'search', currency: 'EUR' } },
    // @ts-expect-error a day is no instant
    { ledger: 'spend', columns: { ...spend, occurred_at: '2026-01-01' } },
    // @ts-expect-error sales are booked by documents
    { ledger: 'sales', columns: {} },
  ];
  const patches: EntityPatch[] = [
    { ledger: 'locations', key: 'l', atMs: 1, fields: { city: 'Ulm' } },
    // @ts-expect-error a location has no segment
    { ledger: 'locations', key: 'l', atMs: 1, fields: { segment: 'gold' } },
    // @ts-expect-error a year is a number
    { ledger: 'customers', key: 'c', atMs: 1, fields: { birth_year: '1980' } },
    // @ts-expect-error locations keep no attributes
    { ledger: 'locations', key: 'l', atMs: 1, fields: {}, attributes: { floor: 2 } },
  ];
  expect([rows.length, patches.length]).toEqual([5, 4]);
});
