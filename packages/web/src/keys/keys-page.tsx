import type { ApiKey } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useMoments } from '../app/use-moments.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { PageFrame } from '../shell/page-frame.js';
import type { Column } from '../table/column.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { ListPanel } from '../ui/list-panel.js';
import { useDrawer } from '../ui/use-drawer.js';
import { KeyDrawer } from './key-drawer.js';
import { keysQuery } from './keys-query.js';
import { MakeKey } from './make-key.js';
import { useScopeWords } from './scope-words.js';
import { keyTexts } from './texts.js';

const TONES = { active: 'good', expired: 'warn', revoked: 'neutral' } as const;

/** Keys that programs send and read with. */
export default function KeysPage() {
  const { t } = useTexts(keyTexts);
  const tenant = useTenant();
  const moment = useMoments();
  const words = useScopeWords();
  const drawer = useDrawer('key');
  const [making, setMaking] = useState(false);
  const query = useQuery(keysQuery.options(tenant.id, undefined));
  const keys = query.data?.keys ?? [];
  const columns: readonly Column<ApiKey>[] = [
    { key: 'name', label: t('name'), kind: 'text', value: (key) => key.name },
    {
      key: 'status',
      label: t('status'),
      kind: 'text',
      width: 100,
      value: (key) => key.status,
      text: (key) => t(`status.${key.status}`),
      show: (key) => <Badge tone={TONES[key.status]}>{t(`status.${key.status}`)}</Badge>,
    },
    {
      key: 'hint',
      label: t('secret'),
      kind: 'text',
      onPhone: false,
      width: 150,
      value: (key) => key.hint,
      show: (key) => <code className="font-mono text-xs">{key.hint}…</code>,
    },
    {
      key: 'scopes',
      label: t('mayDo'),
      kind: 'text',
      onPhone: false,
      value: (key) => words.all(key.scopes),
      hint: (key) => key.scopes.map(words.one).join(', '),
    },
    {
      key: 'created',
      label: t('created'),
      kind: 'text',
      onPhone: false,
      width: 160,
      value: (key) => key.created_at,
      text: (key) => moment(key.created_at),
    },
    {
      key: 'expires',
      label: t('expires'),
      kind: 'text',
      onPhone: false,
      width: 160,
      value: (key) => key.expires_at,
      text: (key) => (key.expires_at ? moment(key.expires_at) : t('never')),
    },
  ];
  const make = (
    <Button look="primary" onClick={() => setMaking(true)}>
      <Plus size={15} aria-hidden="true" />
      {t('make')}
    </Button>
  );
  return (
    <PageFrame
      narrow
      busy={query.isFetching}
      refreshing={query.isFetching && !query.isPending}
      actions={keys.length > 0 && make}
    >
      <ListPanel
        query={query}
        what={t('loadFailed')}
        none={
          <EmptyState icon={KeyRound} title={t('noneTitle')} action={make}>
            {t('none')}
          </EmptyState>
        }
        label={t('list')}
        columns={columns}
        rows={keys}
        rowKey={(key) => key.id}
        onOpen={(key) => drawer.open(key.id)}
      />
      <KeyDrawer
        id={drawer.id}
        apiKey={keys.find((key) => key.id === drawer.id)}
        loading={query.isPending}
        onClose={drawer.close}
      />
      <MakeKey open={making} onOpenChange={setMaking} />
    </PageFrame>
  );
}
