import type { Experiment, ExperimentDetail, ExperimentResults } from '@olympus/sdk';
import {
  formatInstant,
  isHidden,
  PageFrame,
  PageLink,
  ProblemPanel,
  permits,
  useNow,
  useNumberStyle,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { StateBadge } from '../experiments/badges.js';
import { experimentQuery, figuresEveryMs, resultsQuery } from '../experiments/queries.js';
import { armName } from '../experiments/wording.js';
import { Actions } from './actions.js';
import { HealthPanel } from './health-panel.js';
import { MetricCard } from './metric-card.js';
import { OverTime } from './over-time.js';
import { PlanPanel, SnippetPanel } from './plan-panel.js';
import { SegmentsPanel } from './segments-panel.js';
import { detailTexts } from './texts.js';
import { VerdictPanel } from './verdict-panel.js';

/** One experiment: what it has shown, whether that can be trusted, and what was decided. */
export default function ExperimentPage() {
  const { t, locale } = useTexts(detailTexts);
  const tenant = useTenant();
  const { key = '' } = useParams({ strict: false }) as { readonly key?: string };
  const query = useQuery(experimentQuery.options(tenant.id, key));
  const results = useQuery({
    ...resultsQuery.options(tenant.id, { key, locale }),
    refetchInterval: figuresEveryMs,
  });
  const experiment = query.data?.experiment;
  const isGone = query.isError && isHidden(query.error);
  const mayWrite = permits(tenant, ['experiments:write']);
  return (
    <PageFrame
      {...(experiment ? { title: experiment.name } : {})}
      busy={query.isFetching || results.isFetching}
      refreshing={results.isFetching && !results.isPending}
      actions={
        experiment && (
          <div className="flex flex-wrap items-center gap-2">
            <StateBadge state={experiment.state} />
            <Actions experiment={experiment} results={results.data} mayWrite={mayWrite} />
          </div>
        )
      }
    >
      {isGone && (
        <p className="text-text-2">
          {t('gone')}{' '}
          <PageLink to="/experiments" className="text-accent underline">
            {t('back')}
          </PageLink>
        </p>
      )}
      {query.isError && !isGone && (
        <ProblemPanel
          error={query.error}
          what={t('loadFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {results.isError && !isGone && (
        <ProblemPanel
          error={results.error}
          what={t('resultsFailed')}
          onRetry={() => void results.refetch()}
          retrying={results.isFetching}
        />
      )}
      {(query.isPending || results.isPending) && (
        <div aria-hidden="true" className="card h-96 animate-pulse bg-surface-2" />
      )}
      {query.data && results.data && <Found detail={query.data} results={results.data} />}
    </PageFrame>
  );
}

function Found({
  detail,
  results,
}: {
  readonly detail: ExperimentDetail;
  readonly results: ExperimentResults;
}) {
  const { t } = useTexts(detailTexts);
  const { experiment } = detail;
  const [primary] = results.metrics;
  const isMeasured = primary !== undefined && results.units.some((units) => units > 0);
  return (
    <div className="space-y-4">
      {experiment.decision && <Decision experiment={experiment} />}
      <VerdictPanel experiment={experiment} results={results} />
      {isMeasured && (
        <>
          <div className="grid gap-4 lg:grid-cols-12">
            <div className="min-w-0 lg:col-span-8">
              <OverTime experiment={experiment} results={results} />
            </div>
            <div className="min-w-0 lg:col-span-4">
              <HealthPanel health={results.health} />
            </div>
          </div>
          <section aria-label={t('metrics')} className="space-y-4">
            <h2 className="sr-only">{t('metrics')}</h2>
            {results.metrics.map((result) => (
              <MetricCard
                key={`${result.role}/${result.metric}/${result.kind}`}
                experiment={experiment}
                result={result}
              />
            ))}
          </section>
          <SegmentsPanel experiment={experiment} metric={primary} />
        </>
      )}
      <div className="grid gap-4 lg:grid-cols-2">
        <PlanPanel detail={detail} />
        <div className="min-w-0">
          <SnippetPanel experiment={experiment} />
        </div>
      </div>
    </div>
  );
}

function Decision({ experiment }: { readonly experiment: Experiment }) {
  const { t } = useTexts(detailTexts);
  const { locale } = useNumberStyle();
  const tenant = useTenant();
  const now = useNow(60_000);
  const { decision, arms } = experiment;
  if (decision === null) return null;
  return (
    <section className="card border-accent p-4" aria-labelledby="decision">
      <h2 id="decision" className="font-semibold text-lg">
        {t('decision')}
      </h2>
      <p className="text-sm text-text-3">
        {t('decided', {
          by: decision.decided_by,
          date: formatInstant(decision.decided_at, tenant.time_zone, locale, now),
          arm: armName(arms, decision.arm),
        })}
      </p>
      <p className="mt-1 max-w-[75ch] whitespace-pre-wrap text-md">{decision.reason}</p>
    </section>
  );
}
