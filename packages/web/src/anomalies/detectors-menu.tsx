import type { AnomalyDetector } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, Radar, Save, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { useScope } from '../scope/use-scope.js';
import { permits } from '../session/permissions.js';
import { Button } from '../ui/button.js';
import { Menu, MenuAction, MenuDivider, MenuLabel } from '../ui/menu.js';
import { toast } from '../ui/toast.js';
import { SENSITIVITIES } from './anomalies-search.js';
import { type AnomaliesRequest, detectorsQuery } from './queries.js';
import { anomalyTexts } from './texts.js';
import type { useChoices } from './use-choices.js';

const SaveDetector = lazy(() => import('./save-detector.js'));

/** Saved detectors to look through, and saving what is looked at as one more. */
export function DetectorsMenu({
  choices,
  request,
}: {
  readonly choices: ReturnType<typeof useChoices>;
  readonly request: AnomaliesRequest;
}) {
  const { t } = useTexts(anomalyTexts);
  const tenant = useTenant();
  const control = useScope();
  const [saving, setSaving] = useState(false);
  const { data: detectors = [] } = useQuery(detectorsQuery.options(tenant.id, undefined));
  const mayWrite = permits(tenant, ['detectors:write']);
  const current = detectors.find((one) => isShown(one, request));
  const remove = useDeed({
    run: ({ id }: AnomalyDetector) => olympus.detectors.remove({ tenant_id: tenant.id, id }),
    outdates: [detectorsQuery.key(tenant.id)],
    onDone: (_, { name }) => toast(t('removed', { name })),
  });
  const open = ({ metric, grain, breakdown, sensitivity, filters }: AnomalyDetector) => {
    const s = SENSITIVITIES.find((one) => one === sensitivity);
    control.change({ grain: grain === 'day' ? 'auto' : grain, filters: readFilters(filters) });
    choices.change({
      m: metric,
      by: breakdown ?? undefined,
      series: undefined,
      ...(s ? { s } : {}),
    });
  };
  return (
    <>
      <Menu
        label={t('detectors')}
        trigger={
          <Button>
            <Radar size={14} aria-hidden="true" className="text-text-3" />
            {current?.name ?? t('detectors')}
            <ChevronDown size={14} aria-hidden="true" className="text-text-3" />
          </Button>
        }
      >
        {detectors.length === 0 && <MenuLabel>{t('noDetectors')}</MenuLabel>}
        {detectors.map((detector) => (
          <MenuAction key={detector.id} onSelect={() => open(detector)}>
            {detector.name}
          </MenuAction>
        ))}
        {mayWrite && (
          <>
            <MenuDivider />
            <MenuAction
              icon={<Save size={14} aria-hidden="true" />}
              onSelect={() => setSaving(true)}
            >
              {t('save')}
            </MenuAction>
            {current && (
              <MenuAction
                icon={<Trash2 size={14} aria-hidden="true" />}
                onSelect={() => remove.mutate(current)}
              >
                {t('remove', { name: current.name })}
              </MenuAction>
            )}
          </>
        )}
      </Menu>
      {saving && (
        <Suspense>
          <SaveDetector
            request={request}
            name={[choices.metric?.label, choices.by?.label].filter(Boolean).join(' · ')}
            onClose={() => setSaving(false)}
          />
        </Suspense>
      )}
    </>
  );
}

type Filters = NonNullable<AnomaliesRequest['filters']>;
const OPERATORS = ['equals', 'not_equals', 'gt', 'gte', 'lt', 'lte', 'contains'] as const;

/** A saved detector's filters as a question's; those of an unknown kind are left out. */
function readFilters(filters: AnomalyDetector['filters']): Filters {
  return filters.flatMap(({ dimension, operator: text, values }) => {
    const operator = OPERATORS.find((one) => one === text);
    return operator ? [{ dimension, operator, values }] : [];
  });
}

function isShown(detector: AnomalyDetector, request: AnomaliesRequest): boolean {
  return (
    detector.metric === request.metric &&
    detector.grain === (request.grain ?? 'day') &&
    (detector.breakdown ?? undefined) === request.breakdown &&
    detector.sensitivity === request.sensitivity &&
    JSON.stringify(detector.filters) === JSON.stringify(request.filters ?? [])
  );
}
