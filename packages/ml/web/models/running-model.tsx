import type { MlModel, MlModels } from '@olympus/sdk';
import {
  Badge,
  Button,
  formatDate,
  formatInstant,
  formatShort,
  ScatterChart,
  useNow,
  useNumberStyle,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { FiguresTable } from './figures-table.js';
import { useReason } from './reason.js';
import { modelTexts } from './texts.js';

/** The model of a kind that runs: since when, why, what was promised and what was measured. */
export function RunningModel({
  model,
  features,
  onRollback,
}: {
  readonly model: MlModel;
  readonly features: MlModels['features'];
  readonly onRollback: (() => void) | undefined;
}) {
  const { t } = useTexts(modelTexts);
  const style = useNumberStyle();
  const tenant = useTenant();
  const nowMs = useNow(60_000);
  const reasonOf = useReason();
  const { judgement, data, kind } = model;
  const money = (value: number) => formatShort(value, 'currency', style);
  const date = (text: string) => formatDate(text, style.locale);
  const count = (value: number) => value.toLocaleString(style.locale);
  return (
    <section aria-labelledby={`model-${kind}`} className="card min-w-0 space-y-4 p-4">
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 id={`model-${kind}`} className="flex items-center gap-2 font-semibold text-lg">
            {t(`kind.${kind}`)}
            <Badge tone="good">{t('state.running')}</Badge>
          </h2>
          <p className="text-text-2">{t(`about.${kind}`)}</p>
          <p className="mt-1 text-sm text-text-3">
            {[
              t('version', { version: model.version }),
              ...(model.decided_at === null
                ? []
                : [
                    t('since', {
                      when: formatInstant(model.decided_at, tenant.time_zone, style.locale, nowMs),
                    }),
                  ]),
              ...(model.decided_by === null ? [] : [t('by', { who: model.decided_by })]),
            ].join(' · ')}
          </p>
          <p className="text-sm text-text-2">{reasonOf(model.reason)}</p>
        </div>
        {onRollback && <Button onClick={onRollback}>{t('rollback')}</Button>}
      </header>
      <FiguresTable model={model} />
      {judgement.expected_total !== null && judgement.real_total !== null && (
        <p className="text-text-2">
          {t('total', {
            expected: money(judgement.expected_total),
            real: money(judgement.real_total),
          })}
        </p>
      )}
      {judgement.reliability.length > 0 && <Calibration model={model} />}
      {judgement.importance.length > 0 && (
        <div>
          <h3 className="mb-1 font-medium text-sm">{t('importance')}</h3>
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-text-2">
            {judgement.importance.slice(0, 6).map(({ feature, share }) => {
              const known = features.find(({ name }) => name === feature);
              return (
                <li key={feature} title={known?.meaning}>
                  {known?.label ?? feature}{' '}
                  <span className="text-text-3 tabular-nums">
                    {share.toLocaleString(style.locale, {
                      style: 'percent',
                      maximumFractionDigits: 0,
                    })}
                  </span>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      <p className="text-sm text-text-3">
        {t('judged', {
          rows: count(judgement.rows),
          cutOffs: judgement.cut_offs.map(date).join(', '),
        })}
        {' · '}
        {t('learned', {
          customers: count(data.customers),
          from: date(data.from),
          to: date(data.to),
          seconds: count(Math.round(model.duration_ms / 1000)),
        })}
      </p>
    </section>
  );
}

/** Of customers of whom a share was promised to leave, the share that left. */
function Calibration({ model }: { readonly model: MlModel }) {
  const { t } = useTexts(modelTexts);
  const style = useNumberStyle();
  const points = model.judgement.reliability.map(({ foretold, observed, count }, index) => ({
    key: String(index),
    label: t('binCount', { customers: count.toLocaleString(style.locale) }),
    x: foretold,
    y: observed,
  }));
  const ideal = points.map((point) => ({ ...point, y: point.x }));
  return (
    <ScatterChart
      height={240}
      heading={<h3 className="font-medium text-sm">{t('calibration')}</h3>}
      data={{
        title: t('calibration'),
        x: { label: t('promised'), unit: 'ratio' },
        y: { label: t('observed'), unit: 'ratio' },
        groups: [
          { key: 'measured', label: t('measured'), points },
          { key: 'ideal', label: t('ideal'), points: ideal },
        ],
      }}
    />
  );
}
