import { usePageSearch } from '../../address/use-address.js';
import { useTexts } from '../../messages/use-texts.js';
import { isLocalDate } from '../../scope/scope.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { SelectField } from '../../ui/select-field.js';
import type { SegmentKind } from '../customers-query.js';
import { customersSearch } from '../customers-search.js';
import { segmentTexts } from './texts.js';

/** Which day is looked at, and which segments. */
export function SegmentTools({ answered }: { readonly answered: string | undefined }) {
  const { t } = useTexts(segmentTexts);
  const [{ as_of: asOf, by }, change] = usePageSearch(customersSearch);
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="w-56 max-sm:w-full">
        <SelectField
          label={t('kind')}
          value={by}
          choices={(['rfm', 'spend'] as const).map((value) => ({
            value,
            label: t(`kind.${value}`),
          }))}
          onChange={(next: SegmentKind) => change({ by: next })}
        />
      </div>
      <div className="w-44 max-sm:flex-1" title={t('asOfHint')}>
        <DateField
          label={t('asOf')}
          value={asOf ?? answered ?? ''}
          onChange={(next) => {
            if (isLocalDate(next)) change({ as_of: next });
          }}
        />
      </div>
      {asOf !== undefined && (
        <Button onClick={() => change({ as_of: undefined })}>{t('today')}</Button>
      )}
    </div>
  );
}
