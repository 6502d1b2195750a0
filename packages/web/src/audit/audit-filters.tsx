import type { AuditChoices } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { olympus } from '../app/client.js';
import { defineTenantQuery } from '../live/tenant-query.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { SelectField } from '../ui/select-field.js';
import { useActions } from './action-texts.js';
import { type AuditFilter, SPANS } from './audit-search.js';
import { auditTexts } from './texts.js';

const choicesQuery = defineTenantQuery({
  name: 'audit-choices',
  ledgers: [],
  fetch: (tenantId, _: undefined, signal): Promise<AuditChoices> =>
    olympus.audit.choices({ tenant_id: tenantId }, { signal }),
});

/** Stands for no choice; no id and no action is written so. */
const ANY = '*';

/** By whom, what and when. */
export function AuditFilters({
  filter,
  onChange,
}: {
  readonly filter: AuditFilter;
  readonly onChange: (change: Partial<AuditFilter>) => void;
}) {
  const { t } = useTexts(auditTexts);
  const tenant = useTenant();
  const actionName = useActions();
  const choices = useQuery(choicesQuery.options(tenant.id, undefined)).data;
  const { actor, action, span } = filter;
  const actors = choices?.actors ?? [];
  const actions = (choices?.actions ?? [])
    .map((value) => ({ value, label: actionName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  /** What the address names is shown also before, or without, its being among the choices. */
  const named = (value: string | undefined, label: string, known: readonly { value: string }[]) =>
    value === undefined || known.some((one) => one.value === value) ? [] : [{ value, label }];
  const people = actors.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="mb-3 grid max-w-3xl gap-3 sm:grid-cols-3">
      <SelectField
        label={t('who')}
        value={actor ?? ANY}
        choices={[
          { value: ANY, label: t('anyone') },
          ...named(actor, actor ?? '', people),
          ...people,
        ]}
        onChange={(next) => onChange({ actor: next === ANY ? undefined : next })}
      />
      <SelectField
        label={t('what')}
        value={action ?? ANY}
        choices={[
          { value: ANY, label: t('anything') },
          ...named(action, actionName(action ?? ''), actions),
          ...actions,
        ]}
        onChange={(next) => onChange({ action: next === ANY ? undefined : next })}
      />
      <SelectField
        label={t('span')}
        value={span}
        choices={SPANS.map((value) => ({ value, label: t(`span.${value}`) }))}
        onChange={(next) => onChange({ span: next })}
      />
    </div>
  );
}
