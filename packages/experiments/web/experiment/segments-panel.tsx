import type { Experiment, ExperimentSegments, MetricResult } from '@olympus/sdk';
import { labelOf, ProblemPanel, SelectField, useTenant, useTexts } from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { figuresEveryMs, segmentsQuery, type Trait } from '../experiments/queries.js';
import { reachOf } from './interval-bar.js';
import { ArmTable } from './metric-card.js';
import { detailTexts } from './texts.js';

const TRAITS = ['device', 'returning', 'channel', 'country', 'segment'] as const;

/** The metric that decides, by what units were before; a question for the next experiment. */
export function SegmentsPanel({
  experiment,
  metric,
}: {
  readonly experiment: Experiment;
  readonly metric: MetricResult;
}) {
  const texts = useTexts(detailTexts);
  const { t } = texts;
  const tenant = useTenant();
  const [by, setBy] = useState<Trait>('device');
  const query = useQuery({
    ...segmentsQuery.options(tenant.id, { key: experiment.key, by }),
    refetchInterval: figuresEveryMs,
  });
  const segments = query.data?.segments ?? [];
  const reach = reachOf(
    segments.flatMap(({ arms }) => arms.map(({ comparison }) => comparison?.change ?? null)),
  );
  return (
    <section className="card p-4" aria-labelledby="segments">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="max-w-[60ch]">
          <h2 id="segments" className="font-semibold text-lg">
            {t('segments')}
          </h2>
          <p className="text-text-3 text-xs">{t('segmentsAbout')}</p>
        </div>
        <div className="w-52">
          <SelectField
            label={t('by')}
            value={by}
            choices={TRAITS.map((value) => ({ value, label: t(`by.${value}`) }))}
            onChange={setBy}
          />
        </div>
      </div>
      {query.isError && (
        <ProblemPanel
          error={query.error}
          what={t('resultsFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {query.isPending && (
        <div aria-hidden="true" className="mt-3 h-24 animate-pulse rounded-card bg-surface-2" />
      )}
      {query.data && segments.length === 0 && <p className="mt-2 text-text-2">{t('noSegments')}</p>}
      {segments.map((segment) => (
        <div key={segment.value ?? ''} className="mt-4">
          <h3 className="font-medium">{valueName(segment, by, texts)}</h3>
          <ArmTable experiment={experiment} arms={segment.arms} result={metric} reach={reach} />
        </div>
      ))}
    </section>
  );
}

function valueName(
  { value }: ExperimentSegments['segments'][number],
  by: Trait,
  { t, locale }: ReturnType<typeof useTexts<(typeof detailTexts)['en']>>,
): string {
  if (value === null) return t('unknown');
  if (isWorded(value)) return t(`value.${value}`);
  return labelOf({ key: value, label: value }, { dimension: by, label: t(`by.${by}`) }, locale);
}

const WORDED = ['new', 'returning', 'desktop', 'mobile', 'tablet'] as const;

const isWorded = (value: string): value is (typeof WORDED)[number] =>
  WORDED.some((one) => one === value);
