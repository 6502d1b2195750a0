import type { Alert, AlertTemplates } from '@olympus/sdk';
import { modelQuery, useNumberStyle, useTenant, useTexts } from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import { alertTexts } from './texts.js';
import { sentenceOf } from './wording.js';

/** Says an alert's condition as a sentence, in the names of the tenant's model. */
export function useSentence(): (alert: Alert | AlertTemplates['templates'][number]) => string {
  const texts = useTexts(alertTexts);
  const tenant = useTenant();
  const style = useNumberStyle();
  const model = useQuery(modelQuery.options(tenant.id, texts.locale)).data;
  const label = (name: string) => model?.dimensions.find((one) => one.name === name)?.label ?? name;
  return (alert) => {
    const metric = model?.metrics.find(({ name }) => name === alert.metric);
    return sentenceOf(
      {
        metric: metric?.label ?? alert.metric,
        unit: metric?.unit ?? null,
        group: alert.group_by ? label(alert.group_by) : null,
        window: alert.window,
        rule: alert.rule,
        thing: alert.rule.kind === 'new_value' ? label(alert.rule.dimension) : '',
        filters: (alert.filters ?? []).map(
          ({ dimension, values }) => `${label(dimension)}: ${values.join(', ')}`,
        ),
      },
      texts,
      style,
    );
  };
}
