import type { Import } from '@olympus/sdk';
import {
  Badge,
  Button,
  formatInstant,
  ProblemPanel,
  ProgressBar,
  useNow,
  useNumberStyle,
  usePageSearch,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useFaults } from './faults.js';
import { formatFiles } from './formats.js';
import { canUndo, FOLLOW_MS, isMoving, useImportActions } from './import-actions.js';
import { importSearch } from './import-search.js';
import { importList } from './queries.js';
import { texts } from './texts.js';
import { UndoButton } from './undo-button.js';

const TONES = {
  waiting: 'accent',
  running: 'accent',
  done: 'good',
  failed: 'bad',
  stopped: 'warn',
  undoing: 'accent',
  undone: 'neutral',
} as const;

/** Imports of the past, newest first, with what became of them. @param except  one that is shown already */
export function ImportList({ except }: { readonly except: string | undefined }) {
  const { t } = useTexts(texts);
  const tenant = useTenant();
  const query = useQuery({
    ...importList.options(tenant.id, undefined),
    refetchInterval: ({ state: { data } }) => (data?.imports.some(isMoving) ? FOLLOW_MS : false),
  });
  const entries = query.data?.imports.filter(({ id }) => id !== except);
  if (entries?.length === 0 && except) return null;
  return (
    <section aria-labelledby="earlier" className="pt-2">
      <h2 id="earlier" className="mb-2 font-semibold text-lg">
        {t('list.title')}
      </h2>
      {query.isError ? (
        <ProblemPanel
          error={query.error}
          what={t('list.failed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : entries === undefined ? (
        <div className="card space-y-3 p-4" aria-busy="true">
          <div className="skeleton h-5 w-72 max-w-full" />
          <div className="skeleton h-5 w-56 max-w-full" />
        </div>
      ) : entries.length === 0 ? (
        <p className="text-text-2">{t('list.none')}</p>
      ) : (
        <ul className="card divide-y divide-border-soft">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Entry({ entry }: { readonly entry: Import }) {
  const { t } = useTexts(texts);
  const { locale } = useNumberStyle();
  const tenant = useTenant();
  const now = useNow();
  const [, change] = usePageSearch(importSearch);
  const { download } = useImportActions(entry);
  const { tellFault } = useFaults();
  const { state, counts, fault } = entry;
  const files = formatFiles(entry.files, locale);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <button
            type="button"
            aria-label={t('list.open', { files })}
            onClick={() => change({ upload: undefined, import: entry.id, covers: undefined })}
            className="min-h-6 text-start font-medium text-md [overflow-wrap:anywhere] hover:underline"
          >
            {files}
          </button>
          <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
        </p>
        <p className="text-text-3">
          {[
            formatInstant(entry.created_at, tenant.time_zone, locale, now),
            t('list.stored', { count: counts.stored }),
            counts.rejected_rows > 0 && t('list.rejected', { count: counts.rejected_rows }),
            counts.unmatched_rows > 0 && t('list.unmatched', { count: counts.unmatched_rows }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {fault && <p className="text-bad">{tellFault(fault).message}</p>}
        {isMoving(entry) && (
          <div className="mt-1 max-w-md">
            <ProgressBar
              label={t(`state.${state}`)}
              value={state === 'undoing' ? undefined : counts.progress || undefined}
            />
          </div>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {counts.rejected_rows > 0 && state === 'done' && (
          <Button
            onClick={() => download.mutate()}
            disabled={download.isPending}
            aria-label={t('list.download', { files })}
          >
            <Download size={14} aria-hidden="true" />
            {t('list.downloadShort')}
          </Button>
        )}
        {canUndo(entry) && <UndoButton entry={entry} short />}
      </div>
    </li>
  );
}
