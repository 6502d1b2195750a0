import { useQuery } from '@tanstack/react-query';
import { LayoutGrid, Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { usePageSearch } from '../../address/use-address.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { permits } from '../../session/permissions.js';
import { PageFrame } from '../../shell/page-frame.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { INPUT } from '../../ui/field.js';
import { ProblemPanel } from '../../ui/problem-panel.js';
import { boardsQuery } from '../board-query.js';
import page from '../page.js';
import { BoardList } from './board-list.js';
import { NewBoard } from './new-board.js';
import { TemplateCards } from './template-cards.js';
import { listTexts } from './texts.js';

/** All dashboards of the shop, one's favourites first. */
export default function ListPage() {
  const { t } = useTexts(listTexts);
  const tenant = useTenant();
  const mayWrite = permits(tenant, ['boards:write']);
  const [{ find }, change] = usePageSearch<{ find: string | undefined }>(page.search ?? {});
  const [making, setMaking] = useState<string | undefined>();
  const query = useQuery(boardsQuery.options(tenant.id, undefined));
  const boards = query.data?.boards ?? [];
  const words = (find ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const found = boards.filter(({ name, description }) =>
    words.every((word) => `${name} ${description}`.toLowerCase().includes(word)),
  );
  const make = mayWrite && (
    <Button look="primary" onClick={() => setMaking('')}>
      <Plus size={15} aria-hidden="true" />
      {t('make')}
    </Button>
  );
  return (
    <PageFrame
      narrow
      busy={query.isFetching}
      refreshing={query.isFetching && !query.isPending}
      actions={boards.length > 0 && make}
    >
      {query.isError && boards.length === 0 ? (
        <ProblemPanel
          error={query.error}
          what={t('loadFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : query.isPending ? (
        <div aria-hidden="true" className="space-y-2">
          <div className="skeleton h-9 w-72" />
          <div className="skeleton h-40 w-full" />
        </div>
      ) : boards.length === 0 ? (
        <EmptyState icon={LayoutGrid} title={t('noneTitle')} action={make}>
          {t('none')}
        </EmptyState>
      ) : (
        <>
          <label className="relative block max-w-96">
            <span className="sr-only">{t('find')}</span>
            <Search
              size={14}
              aria-hidden="true"
              className="pointer-events-none absolute inset-y-0 start-3 my-auto text-text-3"
            />
            <input
              type="search"
              value={find ?? ''}
              placeholder={t('find')}
              onChange={(event) => change({ find: event.target.value }, { replace: true })}
              className={`${INPUT} ps-9`}
            />
          </label>
          {found.length === 0 ? (
            <p className="text-text-2">{t('noMatch')}</p>
          ) : (
            <BoardList boards={found} />
          )}
        </>
      )}
      {mayWrite && !query.isPending && <TemplateCards onUse={setMaking} />}
      <NewBoard template={making} onClose={() => setMaking(undefined)} onTemplate={setMaking} />
    </PageFrame>
  );
}
