import type { CustomerProfile } from '@olympus/sdk';
import { formatDate, formatDateTime } from '../../format/dates.js';
import { formatCell, formatFull } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { profileTexts } from './texts.js';

type Order = CustomerProfile['orders'][number];

/** A customer's orders, newest first, with what is left of each. */
export function OrdersTable({ orders }: { readonly orders: readonly Order[] }) {
  const { t } = useTexts(profileTexts);
  const style = useNumberStyle();
  const money = (key: 'revenue' | 'refunded', label: string, onPhone: boolean): Column<Order> => ({
    key,
    label,
    kind: 'number',
    width: 108,
    onPhone,
    value: (order) => order[key],
    text: (order) =>
      key === 'refunded' && order[key] === 0 ? '—' : formatFull(order[key], 'currency', style),
  });
  return (
    <section aria-labelledby="customer-orders" className="card min-w-0 px-4 pt-3 pb-2">
      <h2 id="customer-orders" className="font-semibold text-md">
        {t('ordersList')}
      </h2>
      {orders.length >= 200 && (
        <p className="text-text-3 text-xs">{t('ordersNewest', { count: orders.length })}</p>
      )}
      <div className="-mx-2 mt-1">
        <DataTable<Order>
          label={t('ordersList')}
          rows={orders}
          rowKey={({ order_id: id }) => id}
          maxHeight={300}
          toolbar
          columns={[
            { key: 'order', label: t('order'), kind: 'text', value: ({ order_id: id }) => id },
            {
              key: 'placed',
              label: t('placed'),
              kind: 'text',
              width: 112,
              value: ({ placed_at: at }) => at,
              text: ({ placed_at: at }) => formatDate(at, style.locale),
              hint: ({ placed_at: at }) => formatDateTime(at, style.locale),
            },
            {
              key: 'channel',
              label: t('channel'),
              kind: 'text',
              width: 120,
              onPhone: false,
              value: ({ channel }) => channel,
            },
            {
              key: 'units',
              label: t('units'),
              kind: 'number',
              width: 90,
              onPhone: false,
              value: ({ units }) => units,
              text: ({ units }) => formatCell(units, 'number', style),
            },
            money('refunded', t('refunds'), false),
            money('revenue', t('revenue'), true),
          ]}
        />
      </div>
    </section>
  );
}
