import { Dialog, SelectField, useTenant, useTexts } from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProposalList } from './proposal-list.js';
import { suggestionsQuery } from './queries.js';
import { kpiTexts } from './texts.js';

const TEMPLATES = ['shop', 'restaurants', 'subscription'] as const;

/** What businesses of a kind steer by; those that are there already are left out. */
export default function Templates({ onClose }: { readonly onClose: () => void }) {
  const { t, locale } = useTexts(kpiTexts);
  const tenant = useTenant();
  const [chosen, setChosen] = useState<(typeof TEMPLATES)[number] | undefined>();
  const first = useQuery(suggestionsQuery.options(tenant.id, { locale })).data?.template;
  const template = chosen ?? first ?? 'shop';
  const query = useQuery(suggestionsQuery.options(tenant.id, { template, locale }));
  const proposals = query.data?.proposals ?? [];
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('templates')}>
      <div className="space-y-4 p-4">
        <SelectField
          label={t('template')}
          value={template}
          choices={TEMPLATES.map((value) => ({ value, label: t(`template.${value}`) }))}
          onChange={setChosen}
        />
        {proposals.length > 0 ? (
          <ProposalList key={template} proposals={proposals} onDone={onClose} />
        ) : (
          <p className="text-text-2">{query.isPending ? '…' : t('templateNone')}</p>
        )}
      </div>
    </Dialog>
  );
}
