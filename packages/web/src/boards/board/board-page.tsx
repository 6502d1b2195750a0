import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { usePageSearch } from '../../address/use-address.js';
import { isHidden } from '../../app/faults.js';
import { useLanguage } from '../../messages/language.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { PageLink } from '../../pages/page-link.js';
import { modelQuery } from '../../scope/model-query.js';
import { permits } from '../../session/permissions.js';
import { PageFrame } from '../../shell/page-frame.js';
import { Notice } from '../../ui/notice.js';
import { ProblemPanel } from '../../ui/problem-panel.js';
import { boardQuery } from '../board-query.js';
import { PolarityContext, polaritiesOf } from '../kinds/query-answer.js';
import { TileSourceProvider } from '../tile/tile-source.js';
import { boardSearch } from './board-search.js';
import { BoardView } from './board-view.js';
import { pageTexts } from './texts.js';
import { useBoardSource } from './use-board-source.js';
import { useOpeningScope } from './use-opening-scope.js';

const BoardEditor = lazy(() => import('../editor/board-editor.js'));

/** One dashboard, looked at or changed. */
export default function BoardPage() {
  const { t } = useTexts(pageTexts);
  const tenant = useTenant();
  const language = useLanguage();
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const [{ edit }] = usePageSearch(boardSearch);
  const query = useQuery({ ...boardQuery.options(tenant.id, id), staleTime: 10_000 });
  const { data: model } = useQuery({
    ...modelQuery.options(tenant.id, language),
    staleTime: 5 * 60_000,
  });
  const board = query.data;
  const opening = useOpeningScope(board);
  const source = useBoardSource(id, opening.scope);
  const polarities = useMemo(() => polaritiesOf(model), [model]);
  if (!board) {
    return (
      <PageFrame scopeless busy={query.isFetching}>
        {query.isPending && <div aria-hidden="true" className="skeleton h-96 w-full" />}
        {query.isError && isHidden(query.error) ? (
          <Notice icon={<SearchX size={16} aria-hidden="true" />}>
            <p className="flex-1">{t('gone')}</p>
            <PageLink to="/dashboards" className="control text-text">
              {t('toList')}
            </PageLink>
          </Notice>
        ) : (
          query.isError && (
            <ProblemPanel
              error={query.error}
              what={t('loadFailed')}
              onRetry={() => void query.refetch()}
              retrying={query.isFetching}
            />
          )
        )}
      </PageFrame>
    );
  }
  return (
    <PolarityContext value={polarities}>
      <TileSourceProvider value={source}>
        {edit && permits(tenant, ['boards:write']) ? (
          <Suspense fallback={<BoardView board={board} opening={opening} />}>
            <BoardEditor key={board.id} board={board} scope={opening.scope} />
          </Suspense>
        ) : (
          <BoardView board={board} opening={opening} />
        )}
      </TileSourceProvider>
    </PolarityContext>
  );
}
