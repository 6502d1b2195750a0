import { ChevronDown } from 'lucide-react';
import { useTexts } from '../messages/use-texts.js';
import { Button } from '../ui/button.js';
import { Menu, MenuChoices } from '../ui/menu.js';
import { SENSITIVITIES } from './anomalies-search.js';
import { anomalyTexts } from './texts.js';
import type { useChoices } from './use-choices.js';

type Choices = ReturnType<typeof useChoices>;

/** What is looked at. */
export function MetricMenu({ metrics, metric, change }: Choices) {
  const { t } = useTexts(anomalyTexts);
  return (
    <Menu
      label={t('metric')}
      trigger={
        <Button className="max-w-full font-semibold">
          <span className="truncate">{metric?.label ?? '…'}</span>
          <ChevronDown size={14} aria-hidden="true" className="text-text-3" />
        </Button>
      }
    >
      <MenuChoices
        value={metric?.name ?? ''}
        choices={metrics.map(({ name, label }) => ({ value: name, label }))}
        onChange={(m) => change({ m, series: undefined, dim: undefined })}
      />
    </Menu>
  );
}

/** Whose groups are looked at too. */
export function BreakdownMenu({ dimensions, by, change }: Choices) {
  const { t } = useTexts(anomalyTexts);
  return (
    <Menu
      label={t('by')}
      trigger={
        <Button disabled={dimensions.length === 0}>
          {by ? t('byNamed', { dimension: by.label }) : t('byNone')}
          <ChevronDown size={14} aria-hidden="true" className="text-text-3" />
        </Button>
      }
    >
      <MenuChoices
        value={by?.value ?? ''}
        choices={[{ value: '', label: t('nothing') }, ...dimensions]}
        onChange={(value) => change({ by: value === '' ? undefined : value, series: undefined })}
      />
    </Menu>
  );
}

export function SensitivityMenu({ search, change }: Choices) {
  const { t } = useTexts(anomalyTexts);
  return (
    <Menu
      label={t('sensitivity')}
      trigger={
        <Button>
          {t(`sensitivity.${search.s}`)}
          <ChevronDown size={14} aria-hidden="true" className="text-text-3" />
        </Button>
      }
    >
      <MenuChoices
        value={search.s}
        choices={SENSITIVITIES.map((value) => ({
          value,
          label: t(`sensitivity.${value}`),
          hint: t(`rate.${value}`),
        }))}
        onChange={(s) => change({ s })}
      />
    </Menu>
  );
}
