import type { Tenant } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { useMoments } from '../app/use-moments.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { useTenants } from '../session/use-tenants.js';
import type { Column } from '../table/column.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ListPanel } from '../ui/list-panel.js';
import { toast } from '../ui/toast.js';
import { MakeShopForm } from './make-shop-form.js';
import { shopsQuery } from './shops-query.js';
import { shopTexts } from './texts.js';

/** For operators: every shop of the server, the way into it, and a new one. */
export function ShopsList() {
  const { t } = useTexts(shopTexts);
  const tenant = useTenant();
  const { select } = useTenants();
  const moment = useMoments();
  const form = useId();
  const [making, setMaking] = useState(false);
  const [pending, setPending] = useState(false);
  const query = useQuery(shopsQuery);
  const columns: readonly Column<Tenant>[] = [
    {
      key: 'name',
      label: t('name'),
      kind: 'text',
      value: (shop) => shop.name,
      show: (shop) => (
        <span className="inline-flex max-w-full items-center gap-2">
          <span className="truncate">{shop.name}</span>
          {shop.id === tenant.id && <Badge tone="accent">{t('current')}</Badge>}
          {shop.demo && <Badge tone="warn">{t('sample')}</Badge>}
        </span>
      ),
    },
    { key: 'id', label: t('id'), kind: 'text', onPhone: false, value: (shop) => shop.id },
    {
      key: 'currency',
      label: t('currency'),
      kind: 'text',
      width: 90,
      value: (shop) => shop.currency,
    },
    {
      key: 'zone',
      label: t('zone'),
      kind: 'text',
      onPhone: false,
      value: (shop) => shop.time_zone.replaceAll('_', ' '),
    },
    {
      key: 'created',
      label: t('created'),
      kind: 'text',
      onPhone: false,
      width: 160,
      value: (shop) => shop.created_at,
      text: (shop) => moment(shop.created_at),
    },
  ];
  return (
    <section className="space-y-3 pt-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 className="font-semibold text-lg">{t('shops')}</h2>
          <p className="text-text-2">{t('shopsAbout')}</p>
        </div>
        <Button onClick={() => setMaking(true)}>
          <Plus size={15} aria-hidden="true" />
          {t('make')}
        </Button>
      </div>
      <ListPanel
        query={query}
        what={t('shopsFailed')}
        label={t('shops')}
        columns={columns}
        rows={query.data?.tenants ?? []}
        rowKey={(shop) => shop.id}
        onOpen={(shop) => select(shop.id)}
      />
      <Dialog
        open={making}
        onOpenChange={setMaking}
        title={t('makeTitle')}
        footer={
          <div className="flex justify-end gap-2">
            <Button onClick={() => setMaking(false)}>{t('cancel')}</Button>
            <Button look="primary" type="submit" form={form} disabled={pending}>
              {t(pending ? 'pending' : 'submit')}
            </Button>
          </div>
        }
      >
        <div className="p-4">
          <MakeShopForm
            id={form}
            onPending={setPending}
            onMade={(shop) => {
              setMaking(false);
              toast(t('made', { name: shop.name }));
              select(shop.id);
            }}
          />
        </div>
      </Dialog>
    </section>
  );
}
