import {
  CheckboxField,
  permits,
  SelectField,
  TextField,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import { channelsQuery } from '../queries.js';
import { alertTexts } from '../texts.js';
import type { Draft } from './draft.js';

/** Who is told, how much it matters, and what it is called. */
export function ToldFields({
  draft,
  sentence,
  onChange,
}: {
  readonly draft: Draft;
  readonly sentence: string;
  readonly onChange: (more: Partial<Draft>) => void;
}) {
  const { t } = useTexts(alertTexts);
  const tenant = useTenant();
  const { data } = useQuery({
    ...channelsQuery.options(tenant.id, undefined),
    enabled: permits(tenant, ['delivery:read']),
  });
  const channels = data?.channels ?? [];
  const pick = (chosen: readonly string[], id: string, on: boolean) =>
    on ? [...chosen, id] : chosen.filter((one) => one !== id);
  const escalates = draft.escalateAfter !== '';
  return (
    <div className="space-y-4">
      <fieldset className="space-y-2">
        <legend className="font-medium text-sm">{t('channels')}</legend>
        <p className="text-text-3 text-xs">{t(channels.length === 0 ? 'channelsNone' : 'inbox')}</p>
        {channels.map(({ id, name }) => (
          <CheckboxField
            key={id}
            label={name}
            checked={draft.channels.includes(id)}
            onChange={(on) => onChange({ channels: pick(draft.channels, id, on) })}
          />
        ))}
      </fieldset>
      <CheckboxField
        label={t('escalate')}
        checked={escalates}
        onChange={(on) => onChange({ escalateAfter: on ? '30' : '' })}
      />
      {escalates && (
        <div className="space-y-2 ps-6.5">
          <TextField
            label={t('escalateAfter')}
            inputMode="numeric"
            value={draft.escalateAfter}
            onChange={(escalateAfter) => onChange({ escalateAfter })}
          />
          {channels.length > 0 && (
            <fieldset className="space-y-2">
              <legend className="font-medium text-sm">{t('escalateTo')}</legend>
              {channels.map(({ id, name }) => (
                <CheckboxField
                  key={id}
                  label={name}
                  checked={draft.escalateTo.includes(id)}
                  onChange={(on) => onChange({ escalateTo: pick(draft.escalateTo, id, on) })}
                />
              ))}
            </fieldset>
          )}
        </div>
      )}
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        value={draft.name}
        placeholder={sentence.slice(0, 60)}
        onChange={(name) => onChange({ name })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          label={t('severity')}
          value={draft.severity}
          choices={(['info', 'warning', 'critical'] as const).map((value) => ({
            value,
            label: t(`severity.${value}`),
          }))}
          onChange={(severity) => onChange({ severity })}
        />
        <TextField
          label={t('owner')}
          value={draft.owner}
          onChange={(owner) => onChange({ owner })}
        />
      </div>
      <TextField
        label={t('description')}
        rows={2}
        value={draft.description}
        onChange={(description) => onChange({ description })}
      />
      <CheckboxField
        label={t('enabled')}
        checked={draft.enabled}
        onChange={(enabled) => onChange({ enabled })}
      />
    </div>
  );
}
