import type { ImportNote } from '@olympus/sdk';
import { Button, useTexts } from '@olympus/web/kit';
import { texts } from './texts.js';
import type { Decimal, useReview } from './use-review.js';

/** The sign that was taken for want of evidence, and the other. */
const OTHER_SIGN: Readonly<Partial<Record<ImportNote['code'], Decimal>>> = {
  point_assumed: 'comma',
  comma_assumed: 'point',
};

/** Where the importer had to assume how the file is written: reads it the other way. */
export function OtherChoice({
  note,
  review,
}: {
  readonly note: ImportNote;
  readonly review: Pick<ReturnType<typeof useReview>, 'say' | 'setEncoding'>;
}) {
  const { t } = useTexts(texts);
  const decimal = OTHER_SIGN[note.code];
  if (decimal) {
    return (
      <Button onClick={() => review.say({ decimal })}>
        {t(decimal === 'comma' ? 'form.takeComma' : 'form.takePoint')}
      </Button>
    );
  }
  const { code, other } = note;
  if (code !== 'encoding_assumed' || other === undefined) return null;
  return (
    <Button onClick={() => review.setEncoding(other)}>
      {t('form.takeEncoding', { encoding: other })}
    </Button>
  );
}
