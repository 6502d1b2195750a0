import type { Cohort } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { formatFull, formatShare, MISSING } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTenant } from '../pages/current-page.js';
import { cohortSizeQuery } from './cohorts-query.js';

/** How many a cohort has, and their share of all customers. */
export function CohortSizeText({ cohort }: { readonly cohort: Cohort }) {
  const tenant = useTenant();
  const style = useNumberStyle();
  const { data, isError } = useQuery({
    ...cohortSizeQuery.options(tenant.id, cohort.id),
    staleTime: 60_000,
  });
  if (data === undefined) return <span className="text-text-3">{isError ? MISSING : '…'}</span>;
  return (
    <span>
      {formatFull(data.customers, 'count', style)}{' '}
      <span className="text-text-3">
        {data.of === 0 ? '' : formatShare(data.customers / data.of, style)}
      </span>
    </span>
  );
}
