import type { AlertTrial } from '@olympus/sdk';
import {
  Button,
  formatFull,
  formatInstant,
  ProblemPanel,
  useNow,
  useNumberStyle,
  useSettled,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import { type TrialRequest, trialQuery } from '../queries.js';
import { alertTexts } from '../texts.js';
import { TrialChart } from '../trial-chart.js';
import type { Rule } from '../wording.js';

/** Firings that are listed. */
const LISTED = 8;

/** What the alert would have done, kept up to date while it is being set up. */
export function TrialPanel({
  request,
  onTake,
}: {
  readonly request: TrialRequest | undefined;
  /** Takes the suggested level over. */
  readonly onTake?: (suggestion: NonNullable<AlertTrial['suggestion']>) => void;
}) {
  const { t, locale } = useTexts(alertTexts);
  const tenant = useTenant();
  const settled = useSettled(request, 400);
  const query = useQuery({
    ...trialQuery.options(tenant.id, { ...(settled as TrialRequest), locale }),
    enabled: settled !== undefined,
    placeholderData: (before: AlertTrial | undefined) => before,
    staleTime: 60_000,
  });
  const trial = request === undefined ? undefined : query.data;
  return (
    <section className="card min-w-0 space-y-3 p-4" aria-busy={query.isFetching}>
      <h2 className="font-semibold text-lg">{t('past')}</h2>
      {request === undefined && <p className="text-text-2">{t('incomplete')}</p>}
      {request !== undefined && query.isError && (
        <ProblemPanel
          error={query.error}
          what={t('tryFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {request !== undefined && query.isPending && <p className="text-text-2">{t('trying')}</p>}
      {trial && !query.isError && settled && (
        <Result trial={trial} rule={settled.rule as Rule} onTake={onTake} />
      )}
    </section>
  );
}

function Result({
  trial,
  rule,
  onTake,
}: {
  readonly trial: AlertTrial;
  readonly rule: Rule;
  readonly onTake: ((suggestion: NonNullable<AlertTrial['suggestion']>) => void) | undefined;
}) {
  const { t, locale } = useTexts(alertTexts);
  const style = useNumberStyle();
  const tenant = useTenant();
  const nowMs = useNow(60_000);
  if (!trial.tried) return <p className="text-text-2">{t(trial.why_not ?? 'needs_present')}</p>;
  const { firings, days, suggestion, episodes } = trial;
  const unit = trial.unit ?? 'number';
  return (
    <>
      <p aria-live="polite" className="text-lg">
        {firings === 0 ? t('wouldNever', { days }) : t('would', { count: firings, days })}
      </p>
      {trial.approximate && <p className="text-text-3 text-xs">{t('approximate')}</p>}
      <TrialChart trial={trial} rule={rule} />
      {suggestion && onTake && (
        <p className="flex flex-wrap items-center gap-2 text-text-2">
          {t(suggestion.firings === 0 ? 'suggestNever' : 'suggest', {
            count: suggestion.firings,
            level: levelText(suggestion, rule, (value) => formatFull(value, unit, style), t),
          })}
          <Button onClick={() => onTake(suggestion)}>{t('take')}</Button>
        </p>
      )}
      {episodes.length > 0 && (
        <div>
          <h3 className="mb-1 font-medium text-sm">{t('firings')}</h3>
          <ul className="divide-y divide-border-soft text-sm">
            {episodes
              .slice(-LISTED)
              .toReversed()
              .map(({ from, at, groups }) => (
                <li key={from} className="flex flex-wrap justify-between gap-x-4 py-1.5">
                  <span>{formatInstant(at, tenant.time_zone, locale, nowMs)}</span>
                  <span className="text-text-2 tabular-nums">
                    {groups
                      .slice(0, 3)
                      .map(({ key, value }) =>
                        [key, formatFull(value, unit, style)].filter(Boolean).join(' '),
                      )
                      .join(' · ')}
                  </span>
                </li>
              ))}
          </ul>
        </div>
      )}
    </>
  );
}

function levelText(
  { level, sensitivity }: NonNullable<AlertTrial['suggestion']>,
  rule: Rule,
  write: (value: number) => string,
  t: ReturnType<typeof useTexts<(typeof alertTexts)['en']>>['t'],
): string {
  if (sensitivity === 'low' || sensitivity === 'medium' || sensitivity === 'high') {
    return `“${t(`sensitivity.${sensitivity}`)}”`;
  }
  return rule.kind === 'change' && rule.as === 'percent' ? `${level} %` : write(level);
}
