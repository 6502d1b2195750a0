import type { MlModel } from '@olympus/sdk';
import { formatShort, useNumberStyle, useTexts } from '@olympus/web/kit';
import { modelTexts } from './texts.js';

type Figure = MlModel['judgement']['against_baseline'];

const FIGURES = {
  churn: ['auc', 'brier', 'calibration_error'],
  value: ['value_error', 'orders_error', 'coverage'],
} as const;

/** What a model was measured at, beside the simple rule, each with its interval. */
export function FiguresTable({ model }: { readonly model: MlModel }) {
  const { t } = useTexts(modelTexts);
  const style = useNumberStyle();
  const write = (name: string, value: number) => {
    if (name === 'value_error') return formatShort(value, 'currency', style);
    if (name === 'coverage') {
      return value.toLocaleString(style.locale, { style: 'percent', maximumFractionDigits: 0 });
    }
    return value.toLocaleString(style.locale, {
      minimumFractionDigits: 3,
      maximumFractionDigits: 3,
    });
  };
  const cell = (name: string, figure: Figure | undefined) =>
    figure === undefined
      ? '—'
      : t('interval', {
          value: write(name, figure.value),
          lower: write(name, figure.lower),
          upper: write(name, figure.upper),
        });
  const { model: own, baseline } = model.judgement;
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-start tabular-nums">
        <thead className="text-text-3">
          <tr>
            <th scope="col" className="py-1 pe-4 text-start font-medium">
              {t('figure')}
            </th>
            <th scope="col" className="py-1 pe-4 text-start font-medium">
              {t('model')}
            </th>
            <th scope="col" className="py-1 text-start font-medium">
              {t(model.kind === 'churn' ? 'baselineChurn' : 'baselineValue')}
            </th>
          </tr>
        </thead>
        <tbody>
          {FIGURES[model.kind].map((name) => (
            <tr key={name} className="border-border-soft border-t">
              <th scope="row" className="py-1.5 pe-4 text-start font-normal text-text-2">
                {t(name)}
              </th>
              <td className="whitespace-nowrap py-1.5 pe-4 font-medium">{cell(name, own[name])}</td>
              <td className="whitespace-nowrap py-1.5 text-text-2">{cell(name, baseline[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
