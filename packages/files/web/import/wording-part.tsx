import type { ImportProposal } from '@olympus/sdk';
import {
  ComboboxField,
  formatBucket,
  RadioField,
  SelectField,
  useNumberStyle,
  useTexts,
} from '@olympus/web/kit';
import { useMemo } from 'react';
import { bothReadings } from './date-readings.js';
import { Disclosure } from './stage.js';
import { texts } from './texts.js';
import type { useReview } from './use-review.js';

const FOUND = 'found';
const ENCODINGS = [
  'utf-8',
  'windows-1252',
  'iso-8859-15',
  'windows-1250',
  'windows-1251',
  'macintosh',
  'utf-16le',
];

interface WordingProps {
  readonly review: ReturnType<typeof useReview>;
  readonly proposal: ImportProposal;
}

/** Which of day and month comes first, asked where the file does not show it. */
export function DateQuestion({ review }: Pick<WordingProps, 'review'>) {
  const { t } = useTexts(texts);
  const { locale } = useNumberStyle();
  const { wording, preview } = review;
  const question = review.answered ?? preview.data?.questions[0];
  if (!question) return null;
  const { example = '', column = '' } = question;
  const read = bothReadings(example);
  return (
    <section
      className={`rounded-card p-4 md:p-5 ${wording.date_order ? 'card' : 'chip bg-warn-tint'}`}
    >
      <RadioField<'dmy' | 'mdy' | ''>
        label={t('form.dateQuestion', { example, column })}
        value={wording.date_order ?? ''}
        choices={[
          { value: 'dmy', label: t('form.dayFirst', { date: words(read?.dmy, locale) }) },
          { value: 'mdy', label: t('form.monthFirst', { date: words(read?.mdy, locale) }) },
        ]}
        onChange={(order) => order !== '' && review.answer(question, order)}
      />
    </section>
  );
}

/** How dates, numbers, times and letters of the file are read, for who knows better. */
export function WordingPart({ review, proposal }: WordingProps) {
  const { t } = useTexts(texts);
  const { wording, mapping, say } = review;
  const zones = useMemo(
    () => Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value })),
    [],
  );
  const zone = mapping?.time_zone;
  return (
    <section className="card p-4 md:p-5">
      <Disclosure title={t('form.more')}>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <SelectField<'dmy' | 'mdy' | typeof FOUND>
            label={t('form.dates')}
            value={wording.date_order ?? FOUND}
            choices={[
              ...(wording.date_order
                ? []
                : ([{ value: FOUND, label: t('form.datesFound') }] as const)),
              { value: 'dmy', label: t('form.dmy') },
              { value: 'mdy', label: t('form.mdy') },
            ]}
            onChange={(order) => order !== FOUND && say({ date_order: order })}
          />
          <SelectField<'point' | 'comma' | typeof FOUND>
            label={t('form.numbers')}
            value={wording.decimal ?? FOUND}
            choices={[
              ...(wording.decimal
                ? []
                : ([{ value: FOUND, label: t('form.numbersFound') }] as const)),
              { value: 'point', label: t('form.point') },
              { value: 'comma', label: t('form.comma') },
            ]}
            onChange={(decimal) => decimal !== FOUND && say({ decimal })}
          />
          <ComboboxField
            label={t('form.zone')}
            value={typeof zone === 'string' ? zone : ''}
            choices={zones}
            onChange={(time_zone) => say({ time_zone })}
          />
          {proposal.form.format !== 'parquet' && (
            <SelectField
              label={t('form.encoding')}
              hint={t('form.encodingHint')}
              value={review.encoding ?? FOUND}
              choices={[
                {
                  value: FOUND,
                  label: t('form.encodingFound', { encoding: proposal.form.encoding ?? 'utf-8' }),
                },
                ...ENCODINGS.map((value) => ({ value, label: value })),
              ]}
              onChange={(encoding) => review.setEncoding(encoding === FOUND ? undefined : encoding)}
            />
          )}
        </div>
      </Disclosure>
    </section>
  );
}

const words = (date: string | undefined, locale: string) =>
  date ? formatBucket(date, 'day', locale) : '';
