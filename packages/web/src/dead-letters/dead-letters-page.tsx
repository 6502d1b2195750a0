import type { DeadLetter } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { Inbox, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { usePageSearch } from '../address/use-address.js';
import { useMoments } from '../app/use-moments.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { permits } from '../session/permissions.js';
import { PageFrame } from '../shell/page-frame.js';
import type { Column } from '../table/column.js';
import { Button } from '../ui/button.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { EmptyState } from '../ui/empty-state.js';
import { ListPanel } from '../ui/list-panel.js';
import { Tabs } from '../ui/tabs.js';
import { useDrawer } from '../ui/use-drawer.js';
import { deadLettersQuery, LISTED } from './dead-letters-query.js';
import { deadLettersSearch, STATUSES } from './dead-letters-search.js';
import { LetterDrawer } from './letter-drawer.js';
import { ReasonChips } from './reason-chips.js';
import { useReasons } from './reason-texts.js';
import { countsByCode } from './reasons.js';
import { deadLetterTexts } from './texts.js';
import { useDeeds } from './use-deeds.js';

/** Events that could not be stored: why, and how they are mended. */
export default function DeadLettersPage() {
  const { t } = useTexts(deadLetterTexts);
  const tenant = useTenant();
  const moment = useMoments();
  const reason = useReasons();
  const drawer = useDrawer('letter');
  const deeds = useDeeds();
  const [{ status, code }, change] = usePageSearch(deadLettersSearch);
  const [discarding, setDiscarding] = useState<readonly string[]>([]);
  const query = useQuery(deadLettersQuery.options(tenant.id, status));
  const letters = query.data?.dead_letters ?? [];
  const rows = code === undefined ? letters : letters.filter((letter) => letter.code === code);
  const cut = letters.length >= LISTED;
  const mayChange = status === 'open' && permits(tenant, ['dead_letters:write']);
  const idsOf = (some: readonly DeadLetter[]) => some.map(({ id }) => id);
  const discard = () =>
    deeds.discard.mutate(discarding, {
      onSuccess: () => {
        setDiscarding([]);
        if (drawer.id !== undefined && discarding.includes(drawer.id)) drawer.close();
      },
    });
  const replayAll = !cut
    ? t('replayAll', { count: rows.length })
    : code === undefined
      ? t('replayNewest', { count: rows.length })
      : t('replayOfNewest', { count: rows.length, listed: letters.length });
  const columns: readonly Column<DeadLetter>[] = [
    {
      key: 'reason',
      label: t('reason'),
      kind: 'text',
      value: (letter) => reason(letter.code),
      show: (letter) => (
        <>
          {reason(letter.code)} <span className="text-text-3">{letter.reason}</span>
        </>
      ),
      hint: (letter) => letter.reason,
    },
    {
      key: 'type',
      label: t('type'),
      kind: 'text',
      width: 170,
      onPhone: false,
      value: (letter) => letter.type,
    },
    {
      key: 'path',
      label: t('place'),
      kind: 'text',
      width: 180,
      onPhone: false,
      value: (letter) => letter.path,
      show: (letter) =>
        letter.path ? <code className="font-mono text-xs">{letter.path}</code> : '—',
    },
    {
      key: 'source',
      label: t('source'),
      kind: 'text',
      width: 120,
      onPhone: false,
      value: (letter) => letter.source,
    },
    {
      key: 'received',
      label: t('received'),
      kind: 'text',
      width: 150,
      value: (letter) => letter.received_at,
      text: (letter) => moment(letter.received_at),
    },
  ];
  return (
    <PageFrame
      busy={query.isFetching}
      refreshing={query.isFetching && !query.isPending}
      actions={
        mayChange &&
        rows.length > 0 && (
          <Button
            look="primary"
            disabled={deeds.replay.isPending}
            onClick={() => deeds.replay.mutate(idsOf(rows))}
          >
            <RotateCw size={15} aria-hidden="true" />
            {deeds.replay.isPending ? t('replaying') : replayAll}
          </Button>
        )
      }
    >
      <Tabs
        label={t('statuses')}
        value={status}
        tabs={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        onChange={(next) => change({ status: next, code: undefined })}
      >
        <div className="space-y-3">
          {letters.length > 0 && (
            <ReasonChips
              counts={countsByCode(letters)}
              total={letters.length}
              cut={cut}
              chosen={code}
              onChoose={(next) => change({ code: next })}
            />
          )}
          <ListPanel<DeadLetter>
            query={query}
            what={t('loadFailed')}
            none={
              letters.length === 0 ? (
                <EmptyState icon={Inbox} title={t(`none.${status}`)}>
                  {t('none')}
                </EmptyState>
              ) : (
                <p className="card px-4 py-8 text-center text-text-2">
                  {t('none_of', { code: reason(code ?? '') })}
                </p>
              )
            }
            label={t('list')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            onOpen={({ id }) => drawer.open(id)}
            {...(mayChange
              ? {
                  actions: (chosen) => (
                    <>
                      <Button onClick={() => deeds.replay.mutate(idsOf(chosen))}>
                        {t('replay')}
                      </Button>
                      <Button onClick={() => setDiscarding(idsOf(chosen))}>{t('discard')}</Button>
                    </>
                  ),
                }
              : {})}
          />
          {cut && <p className="text-text-3 text-xs">{t('more', { count: LISTED })}</p>}
        </div>
      </Tabs>
      <LetterDrawer
        id={drawer.id}
        listed={letters.find(({ id }) => id === drawer.id)}
        deeds={deeds}
        onDiscard={({ id }) => setDiscarding([id])}
        onClose={drawer.close}
      />
      <ConfirmDialog
        open={discarding.length > 0}
        onOpenChange={(open) => !open && setDiscarding([])}
        title={t('discardTitle', { count: discarding.length })}
        action={t('discardDo', { count: discarding.length })}
        pending={deeds.discard.isPending}
        onConfirm={discard}
      >
        {t('discardAbout')}
      </ConfirmDialog>
    </PageFrame>
  );
}
