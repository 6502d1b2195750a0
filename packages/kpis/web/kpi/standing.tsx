import type { KpiDetail } from '@olympus/sdk';
import {
  formatFull,
  formatShort,
  modelQuery,
  useNumberStyle,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { GoalBar } from '../kpis/goal-bar.js';
import { kpiTexts } from '../kpis/texts.js';
import {
  definitionText,
  landingText,
  moment,
  paceText,
  percent,
  prospectText,
  signed,
  targetText,
  unitOf,
  whyText,
} from '../kpis/wording.js';

/** The figures behind the verdict, in words. */
export function Standing({ detail }: { readonly detail: KpiDetail }) {
  const texts = useTexts(kpiTexts);
  const { t } = texts;
  const style = useNumberStyle();
  const { kpi, drivers } = detail;
  const { state } = kpi;
  const { pace, landing } = state;
  const unit = unitOf(kpi);
  const model = useQuery(modelQuery.options(useTenant().id, texts.locale)).data;
  const labelOf = (name: string) =>
    model?.dimensions.find((dimension) => dimension.name === name)?.label ?? name;
  const { main } = drivers;
  const defined = [
    definitionText(kpi, texts, style.locale),
    ...kpi.filters.map(({ dimension, values }) =>
      t('onlyWhere', { dimension: labelOf(dimension), values: values.map(String).join(', ') }),
    ),
  ].filter((line) => line !== undefined);
  return (
    <section className="card h-full min-w-0 space-y-4 p-4">
      <div>
        <h2 className="font-semibold text-lg">{t('reading')}</h2>
        <p className="mt-2 flex flex-wrap items-baseline gap-x-2">
          <data
            value={state.value ?? ''}
            title={formatFull(state.value, unit, style)}
            className="font-semibold text-kpi tracking-tight"
          >
            {formatShort(state.value, unit, style)}
          </data>
          <span className="text-text-2">{targetText(kpi, texts, style)}</span>
        </p>
        <div className="mt-2">
          <GoalBar kpi={kpi} />
        </div>
        {defined.map((line) => (
          <p key={line} className="mt-1 text-text-2 text-xs">
            {line}
          </p>
        ))}
      </div>
      {whyText(kpi, texts) && <p className="text-text-2">{whyText(kpi, texts)}</p>}
      {pace && (
        <Part title={t('pace')}>
          <p>{paceText(kpi, texts, style)}</p>
          {pace.ratio !== null && (
            <p>{t('paceIs', { ratio: percent(pace.ratio, style.locale) })}</p>
          )}
          <p className="text-text-3 text-xs">
            {t(`method.${pace.method}`, { count: pace.learnt_from })}
          </p>
        </Part>
      )}
      {(landing || state.no_landing) && (
        <Part title={t('landing')}>
          {landing ? (
            <>
              <p>{landingText(kpi, texts, style)}</p>
              {prospectText(kpi, texts) && <p>{prospectText(kpi, texts)}</p>}
              <p className="text-text-3 text-xs">{t(`landing.${landing.method}`)}</p>
            </>
          ) : (
            state.no_landing && <p>{t(`noLanding.${state.no_landing}`)}</p>
          )}
        </Part>
      )}
      {drivers.previous !== null && (
        <Part title={t('driver')}>
          <p>
            {main
              ? t('driverIs', {
                  value: main.value ?? t('driverNobody'),
                  dimension: main.dimension_label,
                  difference: signed(main.difference, unit, style),
                })
              : t('driverNone')}
          </p>
        </Part>
      )}
      {kpi.description && <p className="text-text-2">{kpi.description}</p>}
      <div className="space-y-0.5 text-text-3 text-xs">
        <p>{t('elapsed', { share: percent(state.elapsed, style.locale) })}</p>
        {state.data_through && (
          <p>
            {t('dataThrough', { when: moment(state.data_through, detail.time_zone, style.locale) })}
          </p>
        )}
        <p>{t('createdAt', { when: moment(kpi.created_at, detail.time_zone, style.locale) })}</p>
      </div>
    </section>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h3 className="font-medium text-text-3 text-xs">{title}</h3>
      <div className="space-y-0.5 text-sm">{children}</div>
    </div>
  );
}
