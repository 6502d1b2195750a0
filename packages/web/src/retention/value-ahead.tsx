import type { RetentionAnswer, RetentionGroup } from '@olympus/sdk';
import { useState } from 'react';
import { BandChart } from '../charts/index.js';
import { formatBucket } from '../format/dates.js';
import { formatFull, formatShare } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { SelectField } from '../ui/select-field.js';
import { aheadOf, cohortsAhead } from './cohorts-ahead.js';
import { retentionTexts } from './texts.js';

/** What a customer of one cohort will have spent by the end of later periods, or why nobody can say. */
export function ValueAhead({
  answer,
  group,
  details,
}: {
  readonly answer: RetentionAnswer;
  readonly group: RetentionGroup;
  readonly details: readonly string[];
}) {
  const { t } = useTexts(retentionTexts);
  const style = useNumberStyle();
  const [chosen, choose] = useState<string>();
  const { projection } = group;
  if (projection === undefined) return null;
  const cohorts = cohortsAhead(group);
  const cohort = cohorts.find((one) => one.cohort === chosen) ?? cohorts.at(-1);
  const heading = <h2 className="font-semibold text-md">{t('aheadTitle')}</h2>;
  if (projection.kind === 'none' || cohort === undefined) {
    const reason = projection.kind === 'none' ? projection.reason : 'none_open';
    return (
      <section className="card min-w-0 px-4 pt-3 pb-4">
        {heading}
        <p className="mt-1 max-w-[80ch] text-sm text-text-2">{t(`ahead.${reason}`)}</p>
      </section>
    );
  }
  const labelOf = (one: string) => formatBucket(one, answer.grain, style.locale);
  const { record } = projection;
  return (
    <section className="card min-w-0 px-4 pt-3 pb-4">
      <BandChart
        data={aheadOf(answer, group, cohort, projection.level, {
          title: t('aheadTitle'),
          later: t(`later.${answer.grain}`),
          cohort: labelOf(cohort.cohort),
        })}
        details={details}
        heading={
          <>
            {heading}
            <p className="mt-0.5 max-w-[80ch] text-text-3 text-xs">{t('aheadAbout')}</p>
            <div className="mt-2 w-60">
              <SelectField
                label={t('aheadCohort')}
                value={cohort.cohort}
                choices={[...cohorts]
                  .reverse()
                  .map((one) => ({ value: one.cohort, label: labelOf(one.cohort) }))}
                onChange={choose}
              />
            </div>
          </>
        }
      />
      <p className="mt-1 max-w-[80ch] text-text-3 text-xs">
        {record === null
          ? t('aheadUntried')
          : t('aheadTried', {
              judged: formatFull(record.judged, 'count', style),
              error: formatShare(record.error, style),
            })}
      </p>
    </section>
  );
}
