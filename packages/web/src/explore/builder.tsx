import type { ModelDescription } from '@olympus/sdk';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../messages/use-texts.js';
import { AddPart } from './add-part.js';
import { type ExploreState, MOST } from './explore-search.js';
import { FormulaForm } from './formula-form.js';
import { ShowControls } from './show-controls.js';
import { exploreTexts } from './texts.js';

type Change = (part: Partial<ExploreState>) => void;

export interface BuilderProps {
  readonly state: ExploreState;
  readonly model: ModelDescription;
  readonly compared: boolean;
  readonly yearEarlier: boolean;
  readonly onChange: Change;
}

/** What is looked at, picked piece by piece. */
export function Builder(props: BuilderProps) {
  const { state, model, onChange } = props;
  const { t } = useTexts(exploreTexts);
  const { metrics, dimensions } = model;
  const metricLabel = (text: string) =>
    text.startsWith('=')
      ? formulaLabel(text.slice(1), metrics)
      : (metrics.find(({ name }) => name === text)?.label ?? text);
  const dimensionLabel = (name: string) =>
    dimensions.find((one) => one.name === name)?.label ?? name;
  const offered = metrics.filter(({ name, part }) => !part && !state.x.includes(name));
  const fitting = fittingDimensions(state, model).filter(({ name }) => !state.b.includes(name));
  return (
    <section aria-label={t('metrics')} className="card space-y-3 px-4 py-3">
      <Row label={t('metrics')}>
        <Chips
          items={state.x.map((text) => ({ key: text, label: metricLabel(text) }))}
          onRemove={(key) => onChange({ x: state.x.filter((one) => one !== key) })}
        />
        {state.x.length < MOST.metrics && (
          <AddPart
            label={t('addMetric')}
            field={t('metric')}
            choices={offered.map(({ name, label }) => ({ value: name, label }))}
            onAdd={(name) => onChange({ x: [...state.x, name] })}
          >
            {(close) => (
              <FormulaForm
                onAdd={(formula) => {
                  onChange({ x: [...state.x, formula] });
                  close();
                }}
              />
            )}
          </AddPart>
        )}
      </Row>
      {state.x.length > 0 && state.as !== 'histogram' && (
        <Row label={t('breakdown')}>
          <Chips
            items={state.b.map((name) => ({ key: name, label: dimensionLabel(name) }))}
            onRemove={(key) => onChange({ b: state.b.filter((one) => one !== key) })}
          />
          {state.b.length < MOST.dimensions &&
            (fitting.length > 0 ? (
              <AddPart
                label={t('addBreakdown')}
                field={t('dimension')}
                choices={fitting.map(({ name, label }) => ({ value: name, label }))}
                onAdd={(name) => onChange({ b: [...state.b, name] })}
              />
            ) : (
              <span className="text-text-3">{t('notTogether')}</span>
            ))}
        </Row>
      )}
      {state.x.length > 0 && <ShowControls {...props} />}
    </section>
  );
}

/** The dimensions that go with every metric; a formula's are known to the server only. */
export function fittingDimensions(
  { x }: Pick<ExploreState, 'x'>,
  { metrics, dimensions }: Pick<ModelDescription, 'metrics' | 'dimensions'>,
): ModelDescription['dimensions'] {
  const used = x.flatMap((text) => namesIn(text));
  const own = metrics.filter(({ name }) => used.includes(name));
  return dimensions.filter(({ name }) => own.every((metric) => metric.dimensions.includes(name)));
}

/** Metrics that a metric of the address is made of. */
export const namesIn = (text: string): readonly string[] =>
  text.startsWith('=') ? (text.match(/[a-z][a-z0-9_]*/g) ?? []) : [text];

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <h2 className="w-28 shrink-0 text-text-3">{label}</h2>
      <div className="flex min-w-0 flex-wrap items-center gap-2">{children}</div>
    </div>
  );
}

function Chips({
  items,
  onRemove,
}: {
  readonly items: readonly { readonly key: string; readonly label: string }[];
  readonly onRemove: (key: string) => void;
}) {
  const { t } = useTexts(exploreTexts);
  if (items.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {items.map(({ key, label }) => (
        <li
          key={key}
          className="chip inline-flex min-h-8 max-w-72 items-center rounded-control bg-accent-tint ps-2.5 font-medium text-accent"
        >
          <span className="truncate" title={label}>
            {label}
          </span>
          <button
            type="button"
            aria-label={t('remove', { what: label })}
            onClick={() => onRemove(key)}
            className="inline-flex size-8 shrink-0 items-center justify-center rounded-control pointer-coarse:size-11"
          >
            <X size={13} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}

const SIGNS: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−' };

/** A formula in the words of its metrics. */
export function formulaLabel(
  formula: string,
  metrics: readonly Pick<ModelDescription['metrics'][number], 'name' | 'label'>[],
): string {
  return formula
    .replace(/[a-z][a-z0-9_]*/g, (name) => metrics.find((one) => one.name === name)?.label ?? name)
    .replace(/\s*([-+*/×÷−])\s*/g, (_, sign: string) => ` ${SIGNS[sign] ?? sign} `);
}
