import type { Import } from '@olympus/sdk';
import {
  announce,
  Button,
  PageLink,
  ProblemPanel,
  ProgressBar,
  useNumberStyle,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowRight, CircleAlert, CircleCheck, Download, Undo2 } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { useFaults } from './faults.js';
import { formatDates, formatFiles } from './formats.js';
import { canUndo, FOLLOW_MS, isMoving, useImportActions } from './import-actions.js';
import { importList, oneImport } from './queries.js';
import { StageHeading } from './stage.js';
import { texts } from './texts.js';
import { UndoButton } from './undo-button.js';
import { useNotes } from './use-notes.js';

interface FollowProps {
  readonly id: string;
  /** The dates that it covers, as the overview's address has them. */
  readonly covers: string | undefined;
  /** The file that comes after it. */
  readonly next: string | undefined;
  readonly onAnother: () => void;
}

/** An import from its start to its end, and what can be done then. */
export function FollowImport({ id, covers, next, onAnother }: FollowProps) {
  const { t } = useTexts(texts);
  const tenant = useTenant();
  const query = useQuery({
    ...oneImport.options(tenant.id, id),
    refetchInterval: ({ state: { data } }) => (data && !isMoving(data) ? false : FOLLOW_MS),
  });
  const entry = query.data;
  const queries = useQueryClient();
  const state = entry?.state;
  // the list was perhaps read before this import began, or before it ended
  useEffect(() => {
    if (state) void queries.invalidateQueries({ queryKey: importList.key(tenant.id) });
  }, [queries, tenant.id, state]);
  if (!entry) {
    return query.isError ? (
      <ProblemPanel
        error={query.error}
        what={t('job.lost')}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    ) : (
      <div className="card h-40 p-5" aria-busy="true">
        <div className="skeleton h-5 w-64" />
      </div>
    );
  }
  return isMoving(entry) ? (
    <UnderWay entry={entry} />
  ) : (
    <Ended key={entry.state} {...{ entry, covers, next, onAnother }} />
  );
}

function UnderWay({ entry }: { readonly entry: Import }) {
  const { t } = useTexts(texts);
  const { locale } = useNumberStyle();
  const { stop } = useImportActions(entry);
  const { state, counts } = entry;
  const files = formatFiles(entry.files, locale);
  const number = new Intl.NumberFormat(locale);
  const undoing = state === 'undoing';
  const [done, all] = undoing ? [counts.undone, counts.stored] : [counts.rows_done, counts.rows];
  return (
    <section className="card p-5">
      <StageHeading>{t(undoing ? 'job.undoing' : 'job.running', { files })}</StageHeading>
      <div className="my-4">
        <ProgressBar
          label={state === 'waiting' ? t('job.waiting') : t(`state.${state}`)}
          value={undoing ? (all > 0 ? done / all : undefined) : counts.progress || undefined}
          {...(all > 0 && {
            detail: t(undoing ? 'job.takenBack' : 'job.rows', {
              done: number.format(done),
              all: number.format(all),
            }),
          })}
        />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {!undoing && (
          <Button onClick={() => stop.mutate()} disabled={stop.isPending}>
            {t('job.stop')}
          </Button>
        )}
        <p className="text-text-2">{t('job.leave')}</p>
      </div>
    </section>
  );
}

/** Those of imports to which nothing happens any more; of others only until they are asked about again. */
const TITLES = {
  waiting: 'job.running',
  running: 'job.running',
  undoing: 'job.undoing',
  done: 'done.title',
  failed: 'done.failed',
  stopped: 'done.stopped',
  undone: 'done.undone',
} as const;

function Ended({
  entry,
  covers,
  next,
  onAnother,
}: { readonly entry: Import } & Omit<FollowProps, 'id'>) {
  const { t } = useTexts(texts);
  const { locale } = useNumberStyle();
  const tell = useNotes();
  const { download } = useImportActions(entry);
  const { tellFault } = useFaults();
  const { state, counts, warnings } = entry;
  const fault = entry.fault ? tellFault(entry.fault) : undefined;
  const nothingNew = state === 'done' && counts.stored === 0 && counts.duplicates > 0;
  const files = formatFiles(entry.files, locale);
  const title = nothingNew ? t('done.nothing', { files }) : t(TITLES[state], { files });
  const spoken = useEffectEvent(() => announce(title));
  useEffect(() => spoken(), []);
  const number = new Intl.NumberFormat(locale);
  const good = state === 'done';
  const Icon = good ? CircleCheck : state === 'undone' ? Undo2 : CircleAlert;
  const tone = good
    ? 'bg-good-tint text-good'
    : state === 'undone'
      ? 'bg-surface-2 text-text-2'
      : 'bg-bad-tint text-bad';
  const figures = [
    [t('done.stored'), counts.stored],
    ...(counts.duplicates > 0 ? [[t('done.duplicates'), counts.duplicates] as const] : []),
    [t('done.rejected'), counts.rejected_rows],
    ...(counts.unmatched_rows > 0 ? [[t('done.unmatched'), counts.unmatched_rows] as const] : []),
  ] as const;
  const hint =
    fault?.message ??
    (state === 'undone'
      ? t('done.undoneHint')
      : state === 'stopped'
        ? t('done.stoppedHint')
        : nothingNew
          ? t('done.again')
          : undefined);
  return (
    <section className="card p-5">
      <div className="flex gap-4">
        <span className={`flex size-10 shrink-0 items-center justify-center rounded-full ${tone}`}>
          <Icon size={20} aria-hidden="true" />
        </span>
        <div className="min-w-0 flex-1">
          <StageHeading>{title}</StageHeading>
          {hint && <p className="text-md text-text-2">{hint}</p>}
          {fault?.remedy && <p className="text-md text-text-2">{fault.remedy}</p>}
          {state !== 'undone' && (
            <dl className="mt-4 flex flex-wrap gap-x-10 gap-y-3">
              {figures.map(([label, value]) => (
                <div key={label}>
                  <dt className="text-text-3">{label}</dt>
                  <dd className="font-semibold text-title">{number.format(value)}</dd>
                </div>
              ))}
            </dl>
          )}
          {good && warnings.length > 0 && (
            <ul className="mt-3 space-y-1 text-text-2">
              {warnings.map((warning) => (
                <li key={warning.message}>{tell(warning)}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
      <div className="mt-5 flex flex-wrap gap-2">
        {next !== undefined && (
          <Button look="primary" onClick={onAnother}>
            {t('done.next', { file: next })}
            <ArrowRight size={14} aria-hidden="true" className="rtl:-scale-x-100" />
          </Button>
        )}
        {good && (
          <PageLink
            to="/"
            {...(covers && { search: { r: covers } })}
            className={
              next === undefined
                ? 'inline-flex min-h-9 items-center justify-center gap-2 rounded-control bg-accent px-4 font-semibold text-on-accent text-sm hover:opacity-90 pointer-coarse:min-h-11'
                : 'control'
            }
          >
            {covers
              ? t('done.overview', { period: formatDates(covers, locale) })
              : t('done.overviewAll')}
            <ArrowRight size={14} aria-hidden="true" className="rtl:-scale-x-100" />
          </PageLink>
        )}
        {next === undefined && (
          <Button onClick={onAnother} look={good ? 'plain' : 'primary'}>
            {t('done.another')}
          </Button>
        )}
        {counts.rejected_rows > 0 && state === 'done' && (
          <Button onClick={() => download.mutate()} disabled={download.isPending}>
            <Download size={14} aria-hidden="true" />
            {t('done.downloads')}
          </Button>
        )}
        {canUndo(entry) && <UndoButton entry={entry} />}
      </div>
    </section>
  );
}
