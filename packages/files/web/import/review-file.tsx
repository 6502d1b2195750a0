import {
  announce,
  Button,
  EmptyState,
  isHidden,
  isTransient,
  olympus,
  ProblemPanel,
  ProgressBar,
  useNumberStyle,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useMutation } from '@tanstack/react-query';
import { FileQuestion, X } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { ColumnList } from './column-list.js';
import { FaultPanel } from './fault-panel.js';
import { useFaults } from './faults.js';
import { datesOf, formatFiles } from './formats.js';
import { PreviewPart } from './preview-part.js';
import { RecognisedCard } from './recognised-card.js';
import { texts } from './texts.js';
import { useReview } from './use-review.js';
import { DateQuestion, WordingPart } from './wording-part.js';

interface ReviewFileProps {
  readonly uploadId: string;
  /** Names of the files that come after it. */
  readonly waiting: readonly string[];
  /** @param covers the dates of what is imported, as the overview's address has them */
  readonly onStarted: (importId: string, covers: string | undefined) => void;
  readonly onDiscarded: () => void;
  readonly onSkipWaiting: () => void;
}

/** An uploaded file: what it was recognised as, what is asked about it, what it would become. */
export function ReviewFile(props: ReviewFileProps) {
  const { uploadId, waiting, onStarted, onDiscarded, onSkipWaiting } = props;
  const { t } = useTexts(texts);
  const { locale } = useNumberStyle();
  const tenant = useTenant();
  const review = useReview(uploadId);
  const { recognised, preview, mapping } = review;
  const { wordsOf } = useFaults();

  const start = useMutation({
    mutationFn: () =>
      olympus.imports.start({
        tenant_id: tenant.id,
        uploads: [uploadId],
        mapping: mapping ?? {},
      }),
    onSuccess: ({ id }) =>
      onStarted(id, preview.data && datesOf(preview.data.totals, tenant.time_zone)),
  });
  const discard = useMutation({
    mutationFn: () => olympus.uploads.remove({ tenant_id: tenant.id, id: uploadId }),
    // one that is gone already is discarded too, and what cannot be removed now expires
    onSettled: onDiscarded,
  });
  const say = useEffectEvent((orders: number, rejected: number) =>
    announce(t('preview.ready', { orders, rejected })),
  );
  const ready = preview.isPlaceholderData ? undefined : preview.data;
  useEffect(() => {
    if (ready) say(ready.totals.orders, ready.rejected_rows);
  }, [ready]);

  if (recognised.isPending) {
    return (
      <section className="card p-5" aria-busy="true">
        <ProgressBar label={t('read.reading')} value={undefined} />
      </section>
    );
  }
  if (isHidden(recognised.error)) {
    return (
      <EmptyState
        icon={FileQuestion}
        title={t('read.gone')}
        action={
          <Button look="primary" onClick={onDiscarded}>
            {t('read.again')}
          </Button>
        }
      >
        {t('read.goneHint')}
      </EmptyState>
    );
  }
  if (!recognised.data && isTransient(recognised.error)) {
    return (
      <ProblemPanel
        error={recognised.error}
        what={t('read.failed', { file: review.file.data?.name ?? '' })}
        onRetry={() => void recognised.refetch()}
        retrying={recognised.isFetching}
      />
    );
  }
  if (!recognised.data) {
    return (
      <FaultPanel
        title={t('read.failed', { file: review.file.data?.name ?? '' })}
        remedy={t('read.failedHint')}
        {...wordsOf(recognised.error)}
      >
        <Button look="primary" onClick={() => discard.mutate()} disabled={discard.isPending}>
          {t('act.discard')}
        </Button>
      </FaultPanel>
    );
  }
  const proposal = recognised.data;
  const asked = preview.data?.questions ?? [];
  const blocked = !mapping
    ? t(proposal.kind ? 'act.missing' : 'act.kind')
    : asked.length > 0 && !preview.isPlaceholderData
      ? t('act.answer')
      : undefined;
  const events = preview.data
    ? Object.values(preview.data.totals.events).reduce((sum, count) => sum + count, 0)
    : undefined;
  const settled = preview.isSuccess && !preview.isPlaceholderData && !recognised.isPlaceholderData;
  return (
    <div className="space-y-4" aria-busy={recognised.isFetching || preview.isFetching}>
      <RecognisedCard
        proposal={proposal}
        file={review.file.data}
        rows={preview.data?.rows}
        onKind={review.setKind}
      />
      <DateQuestion review={review} />
      <PreviewPart review={review} />
      <ColumnList
        columns={proposal.columns}
        missing={proposal.missing}
        said={review.said}
        onAssign={review.assign}
      />
      <WordingPart review={review} proposal={proposal} />
      {start.isError && <FaultPanel title={t('act.failed')} {...wordsOf(start.error)} />}
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-2 border-border-soft border-t bg-page px-4 py-3 md:-mx-6 md:px-6">
        <Button
          look="primary"
          disabled={!settled || blocked !== undefined || events === 0 || start.isPending}
          onClick={() => start.mutate()}
        >
          {start.isPending
            ? t('act.importing')
            : events && settled && !blocked && preview.data?.complete
              ? t('act.events', { count: events })
              : t('act.import')}
        </Button>
        <Button onClick={() => discard.mutate()} disabled={discard.isPending || start.isPending}>
          {t('act.discard')}
        </Button>
        {blocked && <p className="text-text-2">{blocked}</p>}
        {waiting.length > 0 && (
          <p className="flex min-w-0 items-center gap-1 text-text-3 sm:ms-auto">
            <span className="truncate">
              {t('waiting.next', { files: formatFiles(waiting, locale) })}
            </span>
            <Button look="icon" aria-label={t('waiting.skip')} onClick={onSkipWaiting}>
              <X size={14} aria-hidden="true" />
            </Button>
          </p>
        )}
      </div>
    </div>
  );
}
