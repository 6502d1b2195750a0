import type { TileQuestion } from '@olympus/sdk';
import { olympus } from '../../app/client.js';
import { faultText } from '../../app/faults.js';
import { download, fileName } from '../../charts/index.js';
import { toast } from '../../ui/toast.js';

export const EXPORT_FORMATS = [
  { format: 'csv', name: 'CSV' },
  { format: 'xlsx', name: 'Excel' },
  { format: 'parquet', name: 'Parquet' },
  { format: 'json', name: 'JSON' },
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number]['format'];

/** Operations whose answers the server writes as a file. */
const TABULAR = [
  'analytics.query',
  'analytics.trends',
  'analytics.distribution',
  'funnels.run',
  'retention.run',
  'lifecycle.run',
  'stickiness.run',
  'repeat_purchases.run',
  'baskets.run',
  'customers.list',
];

export const isTabular = ({ operation }: TileQuestion): boolean => TABULAR.includes(operation);

/** Fetches an answer as a file, made by the server from the very question on screen. */
export async function exportAnswer(
  tenantId: string,
  { operation, input }: TileQuestion,
  how: { readonly format: ExportFormat; readonly title: string; readonly locale: string },
): Promise<void> {
  const { tenant_id: _, locale: __, ...asked } = input;
  try {
    const ask = { operation, input: asked };
    const file = await olympus.exports.answer({ tenant_id: tenantId, ask, ...how });
    download(file, fileName(how.title, how.format));
  } catch (fault) {
    toast(faultText(fault) ?? String(fault), { tone: 'bad' });
  }
}
