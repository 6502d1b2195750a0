import type { Anomalies, Anomaly } from '@olympus/sdk';
import { type ReactNode, useState } from 'react';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { HolidayList } from './holiday-list.js';
import { anomalyTexts } from './texts.js';
import { useAnomalyWords, valueText } from './words.js';

const FIRST = 8;

/** What stands out, newest first, each with its number in the chart; and what was expected. */
export function AnomalyList({
  data,
  numbers,
  onOpen,
  children,
}: {
  readonly data: Anomalies;
  readonly numbers: ReadonlyMap<string, number>;
  readonly onOpen: (id: string) => void;
  /** What else there is to look at. */
  readonly children?: ReactNode;
}) {
  const { t } = useTexts(anomalyTexts);
  const { locale } = useNumberStyle();
  const [all, setAll] = useState(false);
  const { anomalies, expected } = data;
  const shown = all ? anomalies : anomalies.slice(0, FIRST);
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 1 });
  return (
    <section
      aria-labelledby="unusual-heading"
      className="card flex min-w-0 flex-col px-4 pt-3 pb-4 lg:col-span-4"
    >
      <h2 id="unusual-heading" className="font-semibold text-md">
        {anomalies.length === 0 ? t('quiet') : t('found', { count: anomalies.length })}
      </h2>
      {anomalies.length === 0 && <p className="mt-0.5 text-text-2">{t('quietText')}</p>}
      <ol className="-mx-2 mt-2">
        {shown.map((anomaly) => (
          <Entry
            key={anomaly.id}
            anomaly={anomaly}
            data={data}
            number={numbers.get(anomaly.id)}
            onOpen={onOpen}
          />
        ))}
      </ol>
      {!all && anomalies.length > FIRST && (
        <Button className="mt-2 self-start" onClick={() => setAll(true)}>
          {t('more', { count: anomalies.length - FIRST })}
        </Button>
      )}
      {expected.length > 0 && (
        <details className="mt-3 border-border-soft border-t pt-3">
          <summary className="cursor-pointer font-medium text-text-2">
            {t('expectedOnes', { count: expected.length })}
          </summary>
          <p className="mt-1 text-text-3 text-xs">{t('expectedAbout')}</p>
          <ol className="-mx-2 mt-1">
            {expected.map((anomaly) => (
              <Entry
                key={anomaly.id}
                anomaly={anomaly}
                data={data}
                number={undefined}
                onOpen={onOpen}
              />
            ))}
          </ol>
        </details>
      )}
      {children}
      <HolidayList data={data} onOpen={onOpen} />
      <p className="mt-auto pt-4 text-text-3 text-xs">
        {t('chance', {
          tested: data.tested,
          expected: number.format(data.expected_false_alarms),
        })}
        {data.false_discovery_rate !== null &&
          ` ${t('discoveries', {
            share: new Intl.NumberFormat(locale, { style: 'percent' }).format(
              data.false_discovery_rate,
            ),
          })}`}
      </p>
    </section>
  );
}

function Entry({
  anomaly,
  data,
  number,
  onOpen,
}: {
  readonly anomaly: Anomaly;
  readonly data: Anomalies;
  readonly number: number | undefined;
  readonly onOpen: (id: string) => void;
}) {
  const { t } = useTexts(anomalyTexts);
  const { locale } = useNumberStyle();
  const { when, kindOf, sayOf } = useAnomalyWords(data.grain, data.metric.unit);
  const { id, time, series, direction, verdict } = anomaly;
  return (
    <li>
      <button
        type="button"
        onClick={() => onOpen(id)}
        className="flex w-full items-start gap-3 rounded-control px-2 py-2 text-start hover:bg-surface-2"
      >
        <span
          aria-hidden={number === undefined}
          className="mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full border-2 border-text font-semibold text-[11px] tabular-nums data-[plain=true]:border-border-control data-[plain=true]:text-text-3"
          data-plain={number === undefined}
        >
          {number ?? (direction === 'above' ? '↑' : '↓')}
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-medium">{when(time)}</span>
            {series !== null && (
              <span className="text-text-2">
                {valueText(series, data.breakdown?.name ?? '', t('none'), locale)}
              </span>
            )}
            <span className="text-text-3 text-xs">{kindOf(anomaly)}</span>
            {verdict === 'real' && <Badge tone="accent">{t('verdict.real')}</Badge>}
          </span>
          <span className="block text-text-2">{sayOf(anomaly)}</span>
        </span>
      </button>
    </li>
  );
}
