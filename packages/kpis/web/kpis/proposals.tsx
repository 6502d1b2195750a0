import { Button, EmptyState, useTenant, useTexts } from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import { Target } from 'lucide-react';
import { ProposalList } from './proposal-list.js';
import { suggestionsQuery } from './queries.js';
import { kpiTexts } from './texts.js';

/** No KPIs yet: three that suit the business, one press away. */
export default function Proposals({
  mayWrite,
  onOwn,
}: {
  readonly mayWrite: boolean;
  readonly onOwn: () => void;
}) {
  const { t, locale } = useTexts(kpiTexts);
  const tenant = useTenant();
  const { data, isPending } = useQuery(suggestionsQuery.options(tenant.id, { locale }));
  const proposals = data?.proposals ?? [];
  const own = (
    <Button look={proposals.length > 0 ? 'plain' : 'primary'} onClick={onOwn}>
      {t('own')}
    </Button>
  );
  return (
    <EmptyState
      icon={Target}
      title={t('emptyTitle')}
      action={
        mayWrite && (
          <div className="w-[min(560px,76vw)]">
            {proposals.length > 0 ? (
              <ProposalList proposals={proposals} onDone={() => {}} beside={own} />
            ) : (
              own
            )}
          </div>
        )
      }
    >
      {isPending ? '…' : t(proposals.length > 0 ? 'empty' : 'emptyNoData')}
    </EmptyState>
  );
}
