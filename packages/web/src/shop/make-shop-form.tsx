import { type FormEvent, useState } from 'react';
import { olympus } from '../app/client.js';
import { faultAt, faultText } from '../app/faults.js';
import { useDeed } from '../app/use-deed.js';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { SESSION_KEY } from '../session/use-session.js';
import { ComboboxField } from '../ui/combobox-field.js';
import { FieldError } from '../ui/field.js';
import { TextField } from '../ui/text-field.js';
import { currencyChoices, zoneChoices } from './choices.js';
import { currencyOf, idOf, weekStartOf } from './regions.js';
import { shopsQuery } from './shops-query.js';
import { shopTexts } from './texts.js';

/** A new shop: its zone is the browser's and its currency that zone's until they are changed. */
export function MakeShopForm({
  id,
  onPending,
  onMade,
}: {
  /** For the button that submits it. */
  readonly id: string;
  readonly onPending: (pending: boolean) => void;
  readonly onMade: (shop: { readonly id: string; readonly name: string }) => void;
}) {
  const { t } = useTexts(shopTexts);
  const language = useLanguage();
  const locale = navigator.language;
  const [name, setName] = useState('');
  const [ownId, setOwnId] = useState<string | undefined>();
  const [zone, setZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [currency, setCurrency] = useState(() => currencyOf(zone, locale));
  const [tried, setTried] = useState(false);
  const shopId = ownId ?? idOf(name);
  const make = useDeed({
    quiet: true,
    run: () => {
      onPending(true);
      return olympus.tenants
        .create({
          id: shopId,
          name: name.trim(),
          time_zone: zone,
          currency,
          locale,
          week_start: weekStartOf(locale),
        })
        .finally(() => onPending(false));
    },
    outdates: [SESSION_KEY, shopsQuery.queryKey],
    onDone: onMade,
  });
  const at = (field: string) => faultAt(make.error, `/${field}`);
  const nameFault = tried && name.trim() === '' ? t('nameMissing') : at('name');
  const unplaced =
    make.isError && !['name', 'time_zone', 'currency'].some((field) => at(field) !== undefined)
      ? faultText(make.error)
      : undefined;
  const idFault = at('id') ?? (isAboutId(make.error) ? unplaced : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '' && !make.isPending) make.mutate(undefined);
  };
  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-5 sm:grid-cols-2">
      <TextField label={t('name')} value={name} onChange={setName} error={nameFault} />
      <TextField
        label={t('id')}
        hint={t('idHint')}
        value={shopId}
        onChange={setOwnId}
        error={idFault}
        mono
      />
      <ComboboxField
        label={t('zone')}
        hint={t('zoneHint')}
        value={zone}
        choices={zoneChoices(zone)}
        onChange={setZone}
        error={at('time_zone')}
      />
      <ComboboxField
        label={t('currency')}
        hint={t('currencyHint')}
        value={currency}
        choices={currencyChoices(currency, language)}
        onChange={setCurrency}
        error={at('currency')}
      />
      {unplaced && !idFault && (
        <div className="sm:col-span-2">
          <FieldError id={`${id}-fault`}>{unplaced}</FieldError>
        </div>
      )}
    </form>
  );
}

function isAboutId(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    (error.code === 'tenant_exists' || error.code === 'invalid_tenant_id')
  );
}
