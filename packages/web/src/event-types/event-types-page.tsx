import type { EventType } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { Braces, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { permits } from '../session/permissions.js';
import { PageFrame } from '../shell/page-frame.js';
import type { Column } from '../table/column.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { ListPanel } from '../ui/list-panel.js';
import { useDrawer } from '../ui/use-drawer.js';
import { DeclareType } from './declare-type.js';
import { eventTypesQuery } from './event-types-query.js';
import { fieldsOf } from './fields.js';
import { RemoveType } from './remove-type.js';
import { eventTypeTexts } from './texts.js';
import { TypeDrawer } from './type-drawer.js';

/** What may happen at the shop: the types of its events and what each must say. */
export default function EventTypesPage() {
  const { t } = useTexts(eventTypeTexts);
  const tenant = useTenant();
  const drawer = useDrawer('type');
  const [editing, setEditing] = useState<'new' | 'extend' | undefined>();
  const query = useQuery(eventTypesQuery.options(tenant.id, undefined));
  const types = query.data?.schemas ?? [];
  const shown = types.find(({ type }) => type === drawer.id);
  const mayDeclare = permits(tenant, ['schemas:write']);
  const columns: readonly Column<EventType>[] = [
    {
      key: 'type',
      label: t('type'),
      kind: 'text',
      value: ({ type }) => type,
      show: ({ type }) => <code className="font-mono text-xs">{type}</code>,
    },
    {
      key: 'required',
      label: t('required'),
      kind: 'text',
      onPhone: false,
      value: ({ schema }) =>
        fieldsOf(schema)
          .filter(({ required }) => required)
          .map(({ name }) => name)
          .join(', ') || null,
    },
    {
      key: 'fields',
      label: t('fields'),
      kind: 'number',
      width: 90,
      onPhone: false,
      value: ({ schema }) => fieldsOf(schema).length,
    },
    {
      key: 'version',
      label: t('version'),
      kind: 'number',
      width: 90,
      value: ({ version }) => version,
    },
  ];
  const declare = mayDeclare && (
    <Button look="primary" onClick={() => setEditing('new')}>
      <Plus size={15} aria-hidden="true" />
      {t('declare')}
    </Button>
  );
  return (
    <PageFrame
      narrow
      busy={query.isFetching}
      refreshing={query.isFetching && !query.isPending}
      actions={declare}
    >
      <ListPanel
        query={query}
        what={t('loadFailed')}
        none={
          <EmptyState icon={Braces} title={t('noneTitle')}>
            {t('none')}
          </EmptyState>
        }
        label={t('list')}
        columns={columns}
        rows={types}
        rowKey={({ type }) => type}
        onOpen={({ type }) => drawer.open(type)}
      />
      <TypeDrawer
        name={drawer.id}
        type={shown}
        loading={query.isPending}
        onClose={drawer.close}
        footer={
          mayDeclare && (
            <div className="flex gap-2">
              <Button onClick={() => setEditing('extend')}>{t('extend')}</Button>
              {shown?.declared && <RemoveType type={shown} onRemoved={drawer.close} />}
            </div>
          )
        }
      />
      <DeclareType
        type={editing === 'extend' ? shown : undefined}
        open={editing !== undefined}
        onOpenChange={(open) => !open && setEditing(undefined)}
        onDeclared={({ type }) => {
          setEditing(undefined);
          drawer.open(type);
        }}
      />
    </PageFrame>
  );
}
