import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { Button } from '../ui/button.js';
import { Menu, MenuChoices, MenuDivider, MenuLabel } from '../ui/menu.js';
import { SwitchField } from '../ui/switch-field.js';
import type { BuilderProps } from './builder.js';
import { PRESENTATIONS, RANKINGS, THINGS, VIEWS } from './explore-search.js';
import { isByTime, isCalendar, shownView } from './question.js';
import { exploreTexts } from './texts.js';

const WINDOWS = [3, 7, 14, 28] as const;
const COUNTS = [3, 5, 8, 12, 20] as const;

/** How it is shown: the chart, what is made of the values, which groups are named. */
export function ShowControls({ state, compared, yearEarlier, onChange }: BuilderProps) {
  const { t } = useTexts(exploreTexts);
  const view = shownView(state);
  const byTime = isByTime(view, state);
  const pivots = (view === 'heat' || view === 'table') && state.b.length > 1;
  const possible = PRESENTATIONS.filter(
    (one) => one === 'value' || byTime || (one === 'share' && !pivots),
  );
  const shown = possible.includes(state.p) ? state.p : 'value';
  const spread = view === 'histogram';
  const views = VIEWS.filter(
    (one) => (one !== 'heat' || state.b.length > 1) && (one !== 'bar' || state.b.length > 0),
  );
  return (
    <div className="flex flex-wrap items-center gap-2 border-border-soft border-t pt-3">
      <Choose label={t('chart')} name={t('chartNamed', { name: t(`as.${view}`) })}>
        <MenuChoices
          value={state.as}
          choices={views.map((value) => ({ value, label: t(`as.${value}`) }))}
          onChange={(as) => onChange({ as })}
        />
      </Choose>
      {spread && (
        <Choose label={t('per')} name={t(`per.${state.per}`)}>
          <MenuChoices
            value={state.per}
            choices={THINGS.map((value) => ({ value, label: t(`per.${value}`) }))}
            onChange={(per) => onChange({ per })}
          />
        </Choose>
      )}
      {!spread && (
        <Choose label={t('show')} name={t(`p.${shown}`)}>
          <MenuChoices
            value={shown}
            choices={possible.map((value) => ({ value, label: t(`p.${value}`) }))}
            onChange={(p) => onChange({ p })}
          />
          {shown === 'moving_average' && (
            <>
              <MenuDivider />
              <MenuChoices
                value={String(state.w)}
                choices={WINDOWS.map((n) => ({ value: String(n), label: t('window', { n }) }))}
                onChange={(w) => onChange({ w: Number(w) })}
              />
            </>
          )}
        </Choose>
      )}
      {!spread && state.b.length > 0 && !state.b.every(isCalendar) && (
        <Choose
          label={t('top')}
          name={t('topNamed', { n: state.n, by: t(`by.${compared ? state.by : 'value'}`) })}
        >
          <MenuLabel>{t('topCount')}</MenuLabel>
          <MenuChoices
            value={String(state.n)}
            choices={COUNTS.map((n) => ({ value: String(n), label: String(n) }))}
            onChange={(n) => onChange({ n: Number(n) })}
          />
          <MenuLabel>{t('topBy')}</MenuLabel>
          <MenuChoices
            value={compared ? state.by : 'value'}
            choices={RANKINGS.filter((one) => compared || one === 'value').map((value) => ({
              value,
              label: t(`by.${value}`),
            }))}
            onChange={(by) => onChange({ by })}
          />
        </Choose>
      )}
      {!spread && yearEarlier && (
        <SwitchField label={t('weekdays')} checked={state.wd} onChange={(wd) => onChange({ wd })} />
      )}
    </div>
  );
}

function Choose({
  label,
  name,
  children,
}: {
  readonly label: string;
  readonly name: string;
  readonly children: ReactNode;
}) {
  return (
    <Menu
      label={label}
      trigger={
        <Button>
          {name}
          <ChevronDown size={14} aria-hidden="true" className="text-text-3" />
        </Button>
      }
    >
      {children}
    </Menu>
  );
}
