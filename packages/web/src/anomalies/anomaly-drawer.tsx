import type { Anomalies, Anomaly } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { formatCell, formatSigned } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { PageLink } from '../pages/page-link.js';
import { printFilter } from '../scope/filters.js';
import { SCOPE_KEYS } from '../scope/scope.js';
import { permits } from '../session/permissions.js';
import { Drawer } from '../ui/drawer.js';
import { Facts } from '../ui/facts.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { ExplanationView } from './explanation-view.js';
import { LabelButtons } from './label-buttons.js';
import { type AnomaliesRequest, type ExplainRequest, explainQuery } from './queries.js';
import { anomalyTexts } from './texts.js';
import { useAnomalyWords, valueText } from './words.js';

/** One anomaly: what was expected, whether people knew of it, and what moved the metric then. */
export function AnomalyDrawer({
  anomaly,
  id,
  data,
  request,
  onClose,
}: {
  readonly anomaly: Anomaly | undefined;
  readonly id: string | undefined;
  readonly data: Anomalies | undefined;
  readonly request: AnomaliesRequest;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(anomalyTexts);
  const style = useNumberStyle();
  const { when, kindOf, sayOf } = useAnomalyWords(
    data?.grain ?? 'day',
    data?.metric.unit ?? 'number',
  );
  const shown = anomaly !== undefined && data !== undefined;
  return (
    <Drawer
      open={id !== undefined && shown}
      onClose={onClose}
      title={shown ? `${data.metric.label}, ${when(anomaly.time)}` : ''}
      subtitle={
        shown &&
        [
          anomaly.series === null
            ? undefined
            : valueText(anomaly.series, data.breakdown?.name ?? '', t('none'), style.locale),
          kindOf(anomaly),
        ]
          .filter(Boolean)
          .join(' · ')
      }
    >
      {shown && (
        <div className="space-y-5">
          <p className="text-md">{capital(sayOf(anomaly))}</p>
          <AnomalyFacts anomaly={anomaly} data={data} />
          <LabelButtons anomaly={anomaly} request={request} />
          <Why anomaly={anomaly} data={data} request={request} />
        </div>
      )}
    </Drawer>
  );
}

function AnomalyFacts({ anomaly, data }: { readonly anomaly: Anomaly; readonly data: Anomalies }) {
  const { t } = useTexts(anomalyTexts);
  const style = useNumberStyle();
  const { when } = useAnomalyWords(data.grain, data.metric.unit);
  const say = (value: number | null) => formatCell(value, data.metric.unit, style);
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(style.locale, { maximumFractionDigits: digits }).format(value);
  const { p_value: p, verdict_of: like, verdict, time } = anomaly;
  return (
    <Facts
      facts={[
        [t('was'), anomaly.kind === 'level_shift' ? undefined : say(anomaly.value)],
        [
          t('range'),
          anomaly.kind === 'level_shift' ? undefined : `${say(anomaly.low)} – ${say(anomaly.high)}`,
        ],
        [t('size'), formatSigned(anomaly.size, data.metric.unit, style)],
        [t('strength'), t('deviations', { amount: number(anomaly.deviations, 1) })],
        [
          t('chanceOf'),
          p === null || p <= 0 ? undefined : t('rarely', { amount: number(Math.floor(1 / p), 0) }),
        ],
        [
          t('verdict.expected'),
          verdict === 'expected' && like !== null && like !== time
            ? t('likeBefore', { date: when(like) })
            : undefined,
        ],
      ]}
    />
  );
}

function Why({
  anomaly,
  data,
  request,
}: {
  readonly anomaly: Anomaly;
  readonly data: Anomalies;
  readonly request: AnomaliesRequest;
}) {
  const { t } = useTexts(anomalyTexts);
  const tenant = useTenant();
  const locale = useLanguage();
  const { time, compare } = anomaly.explain;
  const own =
    anomaly.series === null || data.breakdown === null
      ? []
      : [
          {
            dimension: data.breakdown.name,
            operator: 'equals' as const,
            values: [anomaly.series],
          },
        ];
  const filters = [...(request.filters ?? []), ...own];
  const asked: ExplainRequest = {
    metric: data.metric.name,
    time,
    compare,
    groups: 6,
    locale,
    ...(filters.length > 0 ? { filters } : {}),
  };
  const query = useQuery(explainQuery.options(tenant.id, asked));
  return (
    <section>
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h3 className="font-semibold text-md">{t('why')}</h3>
        {permits(tenant, ['analytics:read']) && (
          <PageLink
            to="/anomalies"
            search={{
              view: 'drivers',
              m: data.metric.name,
              [SCOPE_KEYS.period]: `${time.from.slice(0, 10)}..${dateEnd(time)}`,
              [SCOPE_KEYS.filters]: filters.map(printFilter),
            }}
            className="text-accent hover:underline"
          >
            {t('openDrivers')}
          </PageLink>
        )}
      </div>
      {query.isError && (
        <ProblemPanel
          error={query.error}
          what={t('explainFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {query.isPending && <div className="skeleton h-64 rounded-card" aria-hidden="true" />}
      {query.data && <ExplanationView explanation={query.data} compact />}
    </section>
  );
}

/** The end of a span as a whole day: hours are looked at with their day. */
function dateEnd({ from, to }: { readonly from: string; readonly to: string }): string {
  const day = to.slice(0, 10);
  if (day > from.slice(0, 10) && to.length <= 10) return day;
  return new Date(Date.parse(`${from.slice(0, 10)}T00:00:00Z`) + 86_400_000)
    .toISOString()
    .slice(0, 10);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
