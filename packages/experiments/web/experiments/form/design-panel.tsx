import type { ExperimentDesign } from '@olympus/sdk';
import { faultText, formatFull, formatShort, useNumberStyle, useTexts } from '@olympus/web/kit';
import type { MetricKind } from './draft.js';
import { formTexts } from './texts.js';

/** How large an experiment has to be, from what was measured of the shop's own visitors. */
export function DesignPanel({
  design,
  error,
  effect,
  kind,
  unit,
}: {
  readonly design: ExperimentDesign | undefined;
  readonly error: unknown;
  /** Relative change that is to be found. */
  readonly effect: number;
  readonly kind: MetricKind;
  readonly unit: 'currency' | 'count' | 'ratio' | 'number';
}) {
  const { t } = useTexts(formTexts);
  return (
    <section aria-live="polite" className="rounded-card bg-surface-2 p-3">
      <h3 className="font-semibold text-sm">{t('designTitle')}</h3>
      {error ? <p className="mt-1 text-bad">{faultText(error) ?? ''}</p> : null}
      {!error && design === undefined && <p className="mt-1 text-text-3">{t('designWait')}</p>}
      {design?.too_few && <p className="mt-1 text-text-2">{t(`tooFew.${design.too_few}`)}</p>}
      {design?.basis && <Sizes design={design} effect={effect} kind={kind} unit={unit} />}
    </section>
  );
}

function Sizes({
  design,
  effect,
  kind,
  unit,
}: {
  readonly design: ExperimentDesign;
  readonly effect: number;
  readonly kind: MetricKind;
  readonly unit: 'currency' | 'count' | 'ratio' | 'number';
}) {
  const { t } = useTexts(formTexts);
  const style = useNumberStyle();
  const { basis, anytime, once, curve } = design;
  if (basis === null || anytime === null) return null;
  const days = (count: number) => t('days', { count });
  const units = formatShort(anytime.units, 'count', style);
  const mean = formatFull(basis.mean, kind === 'share' ? 'ratio' : unit, style);
  const measured = {
    units: formatFull(basis.units, 'count', style),
    perDay: formatFull(basis.units_per_day, 'count', style),
    mean,
  };
  return (
    <div className="mt-1 space-y-2">
      <p className="text-md">
        {anytime.days === null
          ? t('sizeNever', { units })
          : t('size', {
              units,
              days: days(anytime.days),
              effect: formatFull(effect, 'ratio', style),
            })}
      </p>
      <ol className="grid grid-cols-2 gap-1 sm:grid-cols-4" aria-label={t('curve')}>
        {curve.slice(0, 4).map((point) => (
          <li
            key={point.days}
            className="rounded-control border border-border-soft bg-surface px-2 py-1"
          >
            <span className="block text-text-3 text-xs">
              {t('curveAfter', { days: days(point.days) })}
            </span>
            <span className="tabular-nums font-medium">
              {point.effect === null ? '—' : `± ${formatFull(point.effect, 'ratio', style)}`}
            </span>
          </li>
        ))}
      </ol>
      <p className="text-text-3 text-xs">
        {t(kind === 'share' ? 'basisShare' : 'basis', measured)}{' '}
        {basis.explained >= 0.005 &&
          t('explained', { share: formatFull(basis.explained, 'ratio', style) })}{' '}
        {once && t('once', { units: formatShort(once.units, 'count', style) })}
      </p>
    </div>
  );
}
