import type { Experiment, ExperimentResults } from '@olympus/sdk';
import {
  formatFull,
  formatInstant,
  ProgressBar,
  useNow,
  useNumberStyle,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { VerdictBadge } from '../experiments/badges.js';
import { sentences } from './sentences.js';
import { detailTexts } from './texts.js';

/** What is known, in a sentence that anybody understands. */
export function VerdictPanel({
  experiment,
  results,
}: {
  readonly experiment: Experiment;
  readonly results: ExperimentResults;
}) {
  const texts = useTexts(detailTexts);
  const { t } = texts;
  const style = useNumberStyle();
  const tenant = useTenant();
  const now = useNow(60_000);
  const { sentence, more } = sentences(texts, style, experiment, results);
  const { progress, known_to } = results;
  const planned = experiment.planned_units;
  return (
    <section className="card p-5" aria-labelledby="verdict">
      <div className="flex flex-wrap items-center gap-2">
        <VerdictBadge kind={results.verdict.kind} />
        {known_to && (
          <span className="text-text-3 text-xs">
            {t('known', { time: formatInstant(known_to, tenant.time_zone, style.locale, now) })}
          </span>
        )}
      </div>
      <h2
        id="verdict"
        className="mt-2 max-w-[56ch] text-balance font-semibold text-[20px] leading-7"
      >
        {sentence}
      </h2>
      {more.length > 0 && <p className="mt-2 max-w-[75ch] text-md text-text-2">{more.join(' ')}</p>}
      {progress !== null && planned !== null && experiment.state === 'running' && (
        <div className="mt-4 max-w-md">
          <ProgressBar label={t('progressLabel')} value={Math.min(1, progress)} />
          <p className="mt-1 text-text-3 text-xs">
            {t('progress', {
              share: formatFull(progress, 'ratio', style),
              planned: formatFull(planned, 'count', style),
            })}
          </p>
        </div>
      )}
    </section>
  );
}
