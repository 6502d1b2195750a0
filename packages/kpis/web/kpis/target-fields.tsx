import type { Unit } from '@olympus/sdk';
import {
  Button,
  formatShort,
  RadioField,
  TextField,
  useNumberStyle,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import { type Draft, type DraftFault, TARGET_KINDS, written } from './draft.js';
import { suggestionsQuery } from './queries.js';
import { kpiTexts } from './texts.js';

interface TargetFieldsProps {
  readonly draft: Draft;
  readonly unit: Unit | null;
  readonly fault: DraftFault | undefined;
  readonly onChange: (more: Partial<Draft>) => void;
}

/** What a KPI is to reach, with what it came to before as a hint. */
export function TargetFields({ draft, unit, fault, onChange }: TargetFieldsProps) {
  const { t } = useTexts(kpiTexts);
  const missing = fault?.at === 'target' ? t('targetMissing') : undefined;
  return (
    <div className="space-y-3">
      <RadioField
        label={t('targetKind')}
        value={draft.targetKind}
        choices={TARGET_KINDS.map((value) => ({ value, label: t(`targetKind.${value}`) }))}
        onChange={(targetKind) => onChange({ targetKind })}
      />
      {draft.targetKind === 'value' && (
        <>
          <TextField
            type="number"
            label={t('targetValue', { calendar: t(`each.${draft.calendar}`) })}
            hint={unit === 'ratio' ? t('percentHint') : undefined}
            value={draft.value}
            onChange={(value) => onChange({ value })}
            error={missing}
          />
          {draft.metric !== '' && <Suggestions draft={draft} unit={unit} onChange={onChange} />}
        </>
      )}
      {draft.targetKind === 'growth' && (
        <TextField
          type="number"
          label={t('growth')}
          value={draft.growth}
          onChange={(growth) => onChange({ growth })}
          error={missing}
        />
      )}
      {draft.targetKind === 'list' && (
        <TextField
          rows={4}
          mono
          label={t('targetValue', { calendar: t(`each.${draft.calendar}`) })}
          hint={t('listHint')}
          value={draft.list}
          onChange={(list) => onChange({ list })}
          error={fault?.at === 'list' ? t('listWrong', { line: fault.line }) : missing}
        />
      )}
    </div>
  );
}

/** Values to start from, each one press. */
function Suggestions({ draft, unit, onChange }: Omit<TargetFieldsProps, 'fault'>) {
  const { t, locale } = useTexts(kpiTexts);
  const style = useNumberStyle();
  const tenant = useTenant();
  const { metric, calendar } = draft;
  const { data } = useQuery(suggestionsQuery.options(tenant.id, { metric, calendar, locale }));
  const write = (value: number) => formatShort(value, unit ?? 'number', style);
  const offers = [
    [data?.target?.suggested, (value: string) => t('useSuggested', { value })],
    [
      data?.target?.last_period,
      (value: string) => t('useLastPeriod', { calendar: t(`each.${calendar}`), value }),
    ],
    [data?.target?.last_year, (value: string) => t('useLastYear', { value })],
  ] as const;
  return (
    <div className="flex min-h-8 flex-wrap gap-2">
      {offers.map(([value, label]) =>
        value == null ? null : (
          <Button
            key={label('')}
            className="text-xs"
            onClick={() => onChange({ value: written(Number(value.toPrecision(6)), unit) })}
          >
            {label(write(value))}
          </Button>
        ),
      )}
    </div>
  );
}
