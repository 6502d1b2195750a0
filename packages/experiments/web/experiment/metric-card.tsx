import type { Experiment, MetricResult } from '@olympus/sdk';
import { Badge, formatFull, useNumberStyle, useTexts } from '@olympus/web/kit';
import { armName, changeText, intervalText } from '../experiments/wording.js';
import { IntervalBar, reachOf } from './interval-bar.js';
import { metricName } from './sentences.js';
import { Statistics } from './statistics.js';
import { detailTexts } from './texts.js';

const GUARD_TONES = { safe: 'good', hurt: 'bad', open: 'neutral' } as const;

type Arm = MetricResult['arms'][number];

/** One metric by arm: its value, its change with the interval drawn, and the statistics behind it. */
export function MetricCard({
  experiment,
  result,
}: {
  readonly experiment: Experiment;
  readonly result: MetricResult;
}) {
  const texts = useTexts(detailTexts);
  const { t } = texts;
  const reach = reachOf(result.arms.map(({ comparison }) => comparison?.change ?? null));
  return (
    <section className="card p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-semibold text-md">{metricName(texts, result)}</h3>
        <Badge tone={result.role === 'primary' ? 'accent' : 'neutral'}>
          {t(`role.${result.role}`)}
        </Badge>
      </div>
      <ArmTable experiment={experiment} arms={result.arms} result={result} reach={reach} />
      <details className="mt-2">
        <summary className="cursor-pointer text-sm text-text-2">{t('details')}</summary>
        <Statistics experiment={experiment} result={result} />
      </details>
    </section>
  );
}

/** A row an arm; all intervals on one axis. */
export function ArmTable({
  experiment,
  arms,
  result,
  reach,
}: {
  readonly experiment: Experiment;
  readonly arms: readonly Arm[];
  readonly result: Pick<MetricResult, 'kind' | 'unit' | 'lower_is_better'>;
  readonly reach: number;
}) {
  const { t } = useTexts(detailTexts);
  const style = useNumberStyle();
  const unit = result.kind === 'share' ? 'ratio' : result.unit;
  return (
    <div className="mt-2 overflow-x-auto">
      <table className="w-full table-fixed text-sm md:min-w-[44rem]">
        <thead>
          <tr className="text-text-3 text-xs">
            <th scope="col" className="w-[46%] py-1 text-start font-normal md:w-[20%]">
              {t('armColumn')}
            </th>
            <th scope="col" className="py-1 text-end font-normal md:w-[12%]">
              {t('unitsColumn')}
            </th>
            <th scope="col" className="py-1 text-end font-normal md:w-[14%] md:pe-6">
              {t('valueColumn')}
            </th>
            <th
              scope="col"
              colSpan={2}
              className="hidden py-1 text-start font-normal md:table-cell"
            >
              {t('changeColumn')}
            </th>
          </tr>
        </thead>
        <tbody>
          {arms.map((arm) => (
            <tr key={arm.arm} className="border-border-soft border-t">
              <th scope="row" className="py-2 text-start font-medium">
                {armName(experiment.arms, arm.arm)}
                <PhoneChange arm={arm} />
              </th>
              <td className="tabular-nums py-2 text-end">
                {formatFull(arm.units, 'count', style)}
              </td>
              <td className="tabular-nums py-2 text-end md:pe-6">
                {precise(arm.mean, unit, style)}
              </td>
              <Change arm={arm} reach={reach} lowerIsBetter={result.lower_is_better} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Small shares and amounts with two digits that mean something. */
function precise(
  value: number | null,
  unit: MetricResult['unit'],
  style: { readonly locale: string; readonly currency: string },
): string {
  if (value === null || unit === 'currency') return formatFull(value, unit, style);
  const options: Intl.NumberFormatOptions =
    unit === 'ratio'
      ? { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 }
      : { maximumSignificantDigits: 4 };
  return new Intl.NumberFormat(style.locale, options).format(value);
}

function Change({
  arm,
  reach,
  lowerIsBetter,
}: {
  readonly arm: Arm;
  readonly reach: number;
  readonly lowerIsBetter: boolean;
}) {
  const { t } = useTexts(detailTexts);
  const style = useNumberStyle();
  const { comparison } = arm;
  if (comparison === null) {
    return (
      <td colSpan={2} className="hidden py-2 text-text-3 md:table-cell">
        {t('control')}
      </td>
    );
  }
  const { change, significant, guardrail } = comparison;
  if (change === null) {
    return (
      <td colSpan={2} className="hidden py-2 text-text-3 md:table-cell">
        {t('nothingYet')}
      </td>
    );
  }
  const better = lowerIsBetter ? change.estimate < 0 : change.estimate > 0;
  const tone = significant ? (better ? 'good' : 'bad') : 'open';
  return (
    <>
      <td className="hidden py-2 md:table-cell">
        <IntervalBar interval={change} reach={reach} tone={tone} />
      </td>
      <td className="hidden whitespace-nowrap py-2 ps-3 md:table-cell">
        <span
          className={`tabular-nums font-medium ${tone === 'good' ? 'text-good' : tone === 'bad' ? 'text-bad' : ''}`}
        >
          {changeText(change.estimate, style)}
        </span>{' '}
        <span className="tabular-nums text-text-3 text-xs">{intervalText(change, style)}</span>{' '}
        {guardrail && <Badge tone={GUARD_TONES[guardrail]}>{t(`guard.${guardrail}`)}</Badge>}
      </td>
    </>
  );
}

/** The change under the arm's name, where the page is narrow. */
function PhoneChange({ arm }: { readonly arm: Arm }) {
  const style = useNumberStyle();
  const change = arm.comparison?.change;
  if (!change) return null;
  return (
    <span className="tabular-nums block font-normal text-text-2 text-xs md:hidden">
      {changeText(change.estimate, style)} ({intervalText(change, style)})
    </span>
  );
}
