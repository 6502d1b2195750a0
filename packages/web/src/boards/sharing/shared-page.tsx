import type { SharedBoard, Timeframe } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { LinkIcon } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { isHidden } from '../../app/faults.js';
import { useNow } from '../../app/use-now.js';
import { formatInstant, formatRange } from '../../format/dates.js';
import { NumberStyleProvider } from '../../format/style-context.js';
import { followLocale, formattingLocale, useLanguage } from '../../messages/language.js';
import { LabelledParts } from '../../messages/part-labels.js';
import { useTexts } from '../../messages/use-texts.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ProblemPanel } from '../../ui/problem-panel.js';
import { periodOf } from '../board-scope.js';
import { PolarityContext, polaritiesOf } from '../kinds/query-answer.js';
import { SharedPeriod } from './shared-period.js';
import { sharedTexts } from './shared-texts.js';
import { SharedTiles } from './shared-tiles.js';
import { useEmbedLook } from './use-embed-look.js';
import { fetchBoard, type Visit } from './visit.js';

/** A dashboard by its link or in a frame: what its tiles show and nothing else. */
export default function SharedPage({ visit }: { readonly visit: Visit }) {
  const { t } = useTexts(sharedTexts);
  useEmbedLook(visit.way === 'embedded');
  const { data, error, isError, isFetching, isPending, refetch } = useQuery({
    queryKey: [visit.way, visit.token],
    queryFn: ({ signal }) => fetchBoard(visit, signal),
    // a link that was taken back does not stay on a screen
    refetchInterval: 60_000,
    retry: (count, fault) => !isHidden(fault) && count < 2,
  });
  useEffect(() => {
    if (data) document.title = `${data.name} · ${data.shop.name}`;
    void followLocale(data?.shop.locale);
  }, [data]);
  if (isError && isHidden(error)) {
    return (
      <Plain title={t('over')}>
        <EmptyState icon={LinkIcon} title={t('over')}>
          {t('overAbout')}
        </EmptyState>
      </Plain>
    );
  }
  if (isError && !data) {
    return (
      <Plain title={t('failed')}>
        <ProblemPanel
          error={error}
          what={t('failed')}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      </Plain>
    );
  }
  if (isPending || !data) {
    return (
      <Plain title={t('loading')}>
        <div aria-hidden="true" className="skeleton h-96 w-full" />
      </Plain>
    );
  }
  return (
    <LabelledParts>
      <Shared visit={visit} board={data} />
    </LabelledParts>
  );
}

function Shared({ visit, board }: { readonly visit: Visit; readonly board: SharedBoard }) {
  const { t } = useTexts(sharedTexts);
  const language = useLanguage();
  const nowMs = useNow(60_000);
  const [timeframe, setTimeframe] = useState<Timeframe | undefined>();
  const { shop } = board;
  const locale = formattingLocale(language, shop.locale);
  const saved = periodOf(board.scope.time);
  const polarities = useMemo(() => polaritiesOf(board), [board]);
  return (
    <NumberStyleProvider value={{ locale, currency: shop.currency }}>
      <meta name="robots" content="noindex" />
      <main id="content" className="mx-auto max-w-[1600px] px-4 pt-4 pb-8 md:px-6">
        <header className="flex flex-wrap items-center justify-between gap-3 pb-4">
          <div className="min-w-0">
            <h1 className="font-semibold text-title [overflow-wrap:anywhere]">{board.name}</h1>
            {board.description && (
              <p className="max-w-[80ch] text-md text-text-2">{board.description}</p>
            )}
          </div>
          <SharedPeriod
            open={board.open_period}
            saved={saved.kind === 'timeframe' ? saved.timeframe : undefined}
            dates={saved.kind === 'dates' ? formatRange(saved.range, locale) : undefined}
            value={timeframe}
            onChange={setTimeframe}
          />
        </header>
        {board.tiles.length === 0 ? (
          <p className="text-text-2">{t('empty')}</p>
        ) : (
          <PolarityContext value={polarities}>
            <SharedTiles visit={visit} board={board} timeframe={timeframe} />
          </PolarityContext>
        )}
        <footer className="mt-6 border-border-soft border-t pt-3 text-text-3 text-xs">
          {t('footer', {
            shop: shop.name,
            currency: shop.currency,
            zone: shop.time_zone.replaceAll('_', ' '),
            time: formatInstant(board.expires_at, shop.time_zone, locale, nowMs),
          })}
        </footer>
      </main>
    </NumberStyleProvider>
  );
}

function Plain({
  title,
  children,
}: {
  readonly title: string;
  readonly children: React.ReactNode;
}) {
  return (
    <main className="mx-auto max-w-3xl px-4 pt-[12vh]">
      <h1 className="sr-only">{title}</h1>
      {children}
    </main>
  );
}
