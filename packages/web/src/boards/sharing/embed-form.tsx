import { type Board, ProblemError, type QueryFilter } from '@olympus/sdk';
import { type FormEvent, useState } from 'react';
import { olympus } from '../../app/client.js';
import { faultText } from '../../app/faults.js';
import { useDeed } from '../../app/use-deed.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/select-field.js';
import { SwitchField } from '../../ui/switch-field.js';
import { TextField } from '../../ui/text-field.js';
import { embedsQuery } from '../board-query.js';
import { EmbedFilters } from './embed-filters.js';
import { embedTexts } from './embed-texts.js';
import { DAYS } from './share-form.js';
import { shareTexts } from './texts.js';

export interface MadeEmbed {
  readonly token: string;
  readonly expires_at: string;
}

/** Where it is shown, how long, which part of the business, and what it leaves open. */
export function EmbedForm({
  board: { id },
  onMade,
}: {
  readonly board: Board;
  readonly onMade: (made: MadeEmbed) => void;
}) {
  const { t } = useTexts(embedTexts);
  const { t: shared } = useTexts(shareTexts);
  const tenant = useTenant();
  const [name, setName] = useState('');
  const [sites, setSites] = useState('');
  const [days, setDays] = useState<(typeof DAYS)[number]>('90');
  const [openPeriod, setOpenPeriod] = useState(false);
  const [filters, setFilters] = useState<readonly QueryFilter[]>([]);
  const [tried, setTried] = useState(false);
  const origins = sites.split(/[\s,]+/).filter(Boolean);
  const make = useDeed({
    run: () =>
      olympus.boards.embed({
        ...{ tenant_id: tenant.id, id, name: name.trim(), origins, days: Number(days) },
        ...{ open_period: openPeriod, filters: [...filters] },
      }),
    outdates: [embedsQuery.key(tenant.id, id)],
    onDone: onMade,
    quiet: true,
  });
  const badSite =
    make.error instanceof ProblemError && make.error.at?.startsWith('/origins') === true;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() && origins.length > 0 && !make.isPending) make.mutate(undefined);
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
          label={shared('days')}
          value={days}
          onChange={setDays}
          choices={DAYS.map((value) => ({ value, label: shared(`days.${value}`) }))}
        />
      </div>
      <TextField
        label={t('sites')}
        hint={t('sitesHint')}
        mono
        value={sites}
        onChange={setSites}
        error={
          badSite ? t('sitesBad') : tried && origins.length === 0 ? t('sitesMissing') : undefined
        }
      />
      <EmbedFilters filters={filters} onChange={setFilters} />
      <SwitchField
        label={shared('openPeriod')}
        hint={shared('openPeriodHint')}
        checked={openPeriod}
        onChange={setOpenPeriod}
      />
      {make.isError && !badSite && (
        <p role="alert" className="text-bad">
          {faultText(make.error)}
        </p>
      )}
      <div className="flex justify-end">
        <Button look="primary" type="submit" disabled={make.isPending}>
          {t('make')}
        </Button>
      </div>
    </form>
  );
}
