import type { Experiment, ExperimentDetail } from '@olympus/sdk';
import {
  CopyButton,
  Facts,
  formatFull,
  formatInstant,
  useNow,
  useNumberStyle,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { experimentTexts } from '../experiments/texts.js';
import { snippetOf } from './snippet.js';
import { detailTexts } from './texts.js';

/** What was planned, and who changed it when. */
export function PlanPanel({ detail }: { readonly detail: ExperimentDetail }) {
  const { t } = useTexts(detailTexts);
  const { t: word } = useTexts(experimentTexts);
  const style = useNumberStyle();
  const tenant = useTenant();
  const now = useNow(60_000);
  const { experiment, versions } = detail;
  const rules = experiment.rules.map(
    ({ attribute, operator, values }) => `${attribute} ${operator} ${values.join(', ')}`,
  );
  return (
    <section className="card h-full p-4" aria-labelledby="plan">
      <h2 id="plan" className="mb-2 font-semibold text-lg">
        {t('plan')}
      </h2>
      <Facts
        facts={[
          [t('hypothesis'), experiment.hypothesis === '' ? undefined : experiment.hypothesis],
          [t('key'), <code key="key">{experiment.key}</code>],
          [t('who'), t(`who.${experiment.unit}`)],
          [
            t('arms'),
            experiment.arms
              .map(
                ({ key, name, weight }) => `${name ?? key} ${formatFull(weight, 'ratio', style)}`,
              )
              .join(', '),
          ],
          [t('traffic'), formatFull(experiment.traffic, 'ratio', style)],
          [t('rules'), rules.length === 0 ? undefined : rules.join('; ')],
          [t('layer'), experiment.layer ?? undefined],
          [t('window'), t('days', { count: experiment.window_days })],
          [
            t('planned'),
            experiment.planned_units === null
              ? undefined
              : formatFull(experiment.planned_units, 'count', style),
          ],
        ]}
      />
      <details className="mt-3">
        <summary className="cursor-pointer text-sm text-text-2">{t('versions')}</summary>
        <ul className="mt-2 space-y-1 text-sm">
          {versions.map((one) => (
            <li key={one.version} className="flex flex-wrap justify-between gap-x-3">
              <span>
                {t('version', { number: String(one.version), state: word(`state.${one.state}`) })}
              </span>
              <span className="text-text-3">
                {one.changed_by},{' '}
                {formatInstant(one.changed_at, tenant.time_zone, style.locale, now)}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** The code to copy. */
export function SnippetPanel({ experiment }: { readonly experiment: Experiment }) {
  const { t } = useTexts(detailTexts);
  const tenant = useTenant();
  const code = snippetOf(experiment, tenant.id, window.location.origin);
  return (
    <section className="card p-4" aria-labelledby="snippet">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div>
          <h2 id="snippet" className="font-semibold text-lg">
            {t('snippet')}
          </h2>
          <p className="text-text-3 text-xs">{t('snippetAbout')}</p>
        </div>
        <CopyButton text={code} label={t('copySnippet')} />
      </div>
      <pre
        dir="ltr"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: text that scrolls must take focus to be scrolled by keys
        tabIndex={0}
        className="mt-2 overflow-x-auto rounded-control bg-surface-2 p-3 font-mono text-xs"
      >
        {code}
      </pre>
    </section>
  );
}
