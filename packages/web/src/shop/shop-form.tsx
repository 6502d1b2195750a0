import type { Tenant } from '@olympus/sdk';
import { type FormEvent, useState } from 'react';
import { olympus } from '../app/client.js';
import { faultAt, faultText } from '../app/faults.js';
import { useDeed } from '../app/use-deed.js';
import { tenantKey } from '../live/tenant-query.js';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { SESSION_KEY } from '../session/use-session.js';
import { Button } from '../ui/button.js';
import { ComboboxField } from '../ui/combobox-field.js';
import { FieldError } from '../ui/field.js';
import { SelectField } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { toast } from '../ui/toast.js';
import { currencyChoices, localeChoices, zoneChoices } from './choices.js';
import { shopsQuery } from './shops-query.js';
import { shopTexts } from './texts.js';

const FIELDS = ['name', 'time_zone', 'currency', 'week_start', 'locale'] as const;
type Fields = Pick<Tenant, (typeof FIELDS)[number]>;

/** A shop's settings; what was changed is saved together, and can be put back. */
export function ShopForm({ shop }: { readonly shop: Tenant }) {
  const { t } = useTexts(shopTexts);
  const language = useLanguage();
  const [draft, setDraft] = useState<Partial<Fields>>({});
  const fields: Fields = { ...shop, ...draft };
  const changed = FIELDS.filter((field) => fields[field] !== shop[field]);
  const save = useDeed({
    quiet: true,
    run: (changes: Partial<Fields>) => olympus.tenants.update({ tenant_id: shop.id, ...changes }),
    outdates: [shopsQuery.queryKey, SESSION_KEY, tenantKey(shop.id)],
    onDone: (_, changes) => {
      setDraft({});
      const keys = FIELDS.filter((field) => field in changes);
      const before = Object.fromEntries(keys.map((field) => [field, shop[field]]));
      toast(t('saved'), { undo: () => save.mutate(before) });
    },
  });
  const set =
    <Field extends keyof Fields>(field: Field) =>
    (value: Fields[Field]) =>
      setDraft((before) => ({ ...before, [field]: value }));
  const nameFault = fields.name.trim() === '' ? t('nameMissing') : faultAt(save.error, '/name');
  const placed = FIELDS.some((field) => faultAt(save.error, `/${field}`) !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (changed.length === 0 || fields.name.trim() === '' || save.isPending) return;
    save.mutate(Object.fromEntries(changed.map((field) => [field, fields[field]])));
  };
  return (
    <form onSubmit={submit} noValidate className="card max-w-2xl space-y-5 p-5">
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField label={t('name')} value={fields.name} onChange={set('name')} error={nameFault} />
        <TextField
          label={t('id')}
          hint={t('idHint')}
          value={shop.id}
          onChange={() => {}}
          disabled
          mono
        />
        <ComboboxField
          label={t('zone')}
          hint={t('zoneHint')}
          value={fields.time_zone}
          choices={zoneChoices(shop.time_zone)}
          onChange={set('time_zone')}
          error={faultAt(save.error, '/time_zone')}
        />
        <ComboboxField
          label={t('currency')}
          hint={t('currencyHint')}
          value={fields.currency}
          choices={currencyChoices(shop.currency, language)}
          onChange={set('currency')}
          error={faultAt(save.error, '/currency')}
        />
        <SelectField
          label={t('weekStart')}
          value={fields.week_start}
          choices={(['monday', 'sunday', 'saturday'] as const).map((value) => ({
            value,
            label: t(`week.${value}`),
          }))}
          onChange={set('week_start')}
        />
        <ComboboxField
          label={t('locale')}
          hint={t('localeHint')}
          value={fields.locale}
          choices={localeChoices(shop.locale, language)}
          onChange={set('locale')}
          error={faultAt(save.error, '/locale')}
        />
      </div>
      {save.isError && !placed && (
        <FieldError id="shop-fault">{faultText(save.error) ?? ''}</FieldError>
      )}
      <div className="flex flex-wrap items-center gap-2 border-border-soft border-t pt-4">
        <Button look="primary" type="submit" disabled={changed.length === 0 || save.isPending}>
          {t(save.isPending ? 'saving' : 'save')}
        </Button>
        {changed.length > 0 ? (
          <Button className="min-h-9" onClick={() => setDraft({})}>
            {t('discard')}
          </Button>
        ) : (
          <span className="text-text-3">{t('unchanged')}</span>
        )}
      </div>
    </form>
  );
}
