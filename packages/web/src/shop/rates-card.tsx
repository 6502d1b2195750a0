import type { Tenant } from '@olympus/sdk';
import { Trash2 } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { olympus } from '../app/client.js';
import { faultText } from '../app/faults.js';
import { useDeed } from '../app/use-deed.js';
import { tenantKey } from '../live/tenant-query.js';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { PageLink } from '../pages/page-link.js';
import { Button } from '../ui/button.js';
import { ComboboxField } from '../ui/combobox-field.js';
import { FieldError } from '../ui/field.js';
import { TextField } from '../ui/text-field.js';
import { toast } from '../ui/toast.js';
import { currencyChoices } from './choices.js';
import { shopsQuery } from './shops-query.js';
import { shopTexts } from './texts.js';

type Rates = Tenant['exchange_rates'];

/** What one unit of other currencies is worth in the shop's: without a rate their events wait as dead letters. */
export function RatesCard({ shop }: { readonly shop: Tenant }) {
  const { t } = useTexts(shopTexts);
  const title = useId();
  const save = useDeed({
    quiet: true,
    run: (rates: Rates) => olympus.tenants.update({ tenant_id: shop.id, exchange_rates: rates }),
    outdates: [shopsQuery.queryKey, tenantKey(shop.id)],
    onDone: () => {
      const before = shop.exchange_rates;
      toast(t('ratesSaved'), { undo: () => save.mutate(before) });
    },
  });
  const rates = Object.entries(shop.exchange_rates);
  return (
    <section aria-labelledby={title} className="card max-w-2xl space-y-4 p-5">
      <div>
        <h2 id={title} className="font-semibold text-md">
          {t('rates')}
        </h2>
        <p className="text-text-2">{t('ratesAbout', { currency: shop.currency })}</p>
      </div>
      {rates.length > 0 && (
        <ul className="divide-y divide-border-soft border-border-soft border-y">
          {rates.map(([currency, rate]) => (
            <li key={currency} className="flex min-h-11 items-center justify-between gap-3">
              <span className="tabular-nums">
                {t('rateOf', { currency, rate, own: shop.currency })}
              </span>
              <Button
                look="icon"
                aria-label={t('rateRemove', { currency })}
                disabled={save.isPending}
                onClick={() => save.mutate(without(shop.exchange_rates, currency))}
              >
                <Trash2 aria-hidden="true" className="size-4" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AddRate
        shop={shop}
        busy={save.isPending}
        onAdd={(currency, rate) => save.mutate({ ...shop.exchange_rates, [currency]: rate })}
      />
      {save.isError && <FieldError id="rates-fault">{faultText(save.error) ?? ''}</FieldError>}
      <p className="text-text-3">
        {t('ratesReplay')}{' '}
        <PageLink
          to="/data/dead-letters"
          search={{ code: 'currency_without_rate' }}
          className="text-accent underline underline-offset-2"
        >
          {t('ratesWaiting')}
        </PageLink>
      </p>
    </section>
  );
}

/** A rate is written as it is read: a comma before the decimals is understood. */
function AddRate({
  shop,
  busy,
  onAdd,
}: {
  readonly shop: Tenant;
  readonly busy: boolean;
  readonly onAdd: (currency: string, rate: string) => void;
}) {
  const { t } = useTexts(shopTexts);
  const language = useLanguage();
  const [currency, setCurrency] = useState('');
  const [written, setWritten] = useState('');
  const [tried, setTried] = useState(false);
  const rate = written.trim().replace(',', '.');
  const fits = /^\d{1,12}(\.\d{1,12})?$/.test(rate) && Number(rate) > 0;
  const choices = currencyChoices('', language).filter(
    ({ value }) => value !== shop.currency && !(value in shop.exchange_rates),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (currency === '' || !fits || busy) return;
    onAdd(currency, rate);
    setCurrency('');
    setWritten('');
    setTried(false);
  };
  return (
    <form
      onSubmit={submit}
      noValidate
      className="grid items-start gap-4 sm:grid-cols-[1fr_10rem_auto]"
    >
      <ComboboxField
        label={t('rateCurrency')}
        value={currency}
        choices={choices}
        onChange={setCurrency}
        error={tried && currency === '' ? t('rateCurrencyMissing') : undefined}
      />
      <TextField
        label={t('rateValue', { own: shop.currency })}
        value={written}
        onChange={setWritten}
        inputMode="decimal"
        placeholder="0.92"
        error={tried && !fits ? t('rateMissing') : undefined}
      />
      <Button type="submit" disabled={busy} className="min-h-9 sm:mt-6">
        {t('rateAdd')}
      </Button>
    </form>
  );
}

const without = (rates: Rates, currency: string): Rates =>
  Object.fromEntries(Object.entries(rates).filter(([code]) => code !== currency));
