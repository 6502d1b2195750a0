import type { Board } from '@olympus/sdk';
import { type FormEvent, useState } from 'react';
import { olympus } from '../../app/client.js';
import { useDeed } from '../../app/use-deed.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/select-field.js';
import { SwitchField } from '../../ui/switch-field.js';
import { TextField } from '../../ui/text-field.js';
import { sharesQuery } from '../board-query.js';
import { shareTexts } from './texts.js';

export const DAYS = ['1', '7', '30', '90', '365'] as const;

/** Makes a link: for whom, how long, and what it leaves open. */
export function ShareForm({
  board: { id },
  onMade,
}: {
  readonly board: Board;
  readonly onMade: (made: { url: string; expires_at: string }) => void;
}) {
  const { t } = useTexts(shareTexts);
  const tenant = useTenant();
  const [name, setName] = useState('');
  const [days, setDays] = useState<(typeof DAYS)[number]>('30');
  const [openPeriod, setOpenPeriod] = useState(false);
  const [tried, setTried] = useState(false);
  const make = useDeed({
    run: () =>
      olympus.boards.share({
        ...{ tenant_id: tenant.id, id, name: name.trim() },
        ...{ days: Number(days), open_period: openPeriod },
      }),
    outdates: [sharesQuery.key(tenant.id, id)],
    // the page's own address, which may be another than the server knows
    onDone: ({ token, expires_at }) =>
      onMade({ url: `${location.origin}/shared/${token}`, expires_at }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() && !make.isPending) make.mutate(undefined);
  };
  return (
    <form onSubmit={submit} className="space-y-3">
      <div className="grid gap-3 sm:grid-cols-[1fr_160px]">
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          value={name}
          onChange={setName}
          error={tried && !name.trim() ? t('nameMissing') : undefined}
        />
        <SelectField
          label={t('days')}
          value={days}
          onChange={setDays}
          choices={DAYS.map((value) => ({ value, label: t(`days.${value}`) }))}
        />
      </div>
      <SwitchField
        label={t('openPeriod')}
        hint={t('openPeriodHint')}
        checked={openPeriod}
        onChange={setOpenPeriod}
      />
      <div className="flex justify-end">
        <Button look="primary" type="submit" disabled={make.isPending}>
          {t('make')}
        </Button>
      </div>
    </form>
  );
}
