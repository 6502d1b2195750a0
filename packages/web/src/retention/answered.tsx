import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isHidden } from '../app/faults.js';
import { useTenant } from '../pages/current-page.js';
import { HiddenTenant } from '../shell/hidden-tenant.js';
import { ProblemPanel } from '../ui/problem-panel.js';

/** An answer in each of its states: the shape of it while it loads, why there is none, or itself. */
export function Answered<Answer>({
  query,
  what,
  children,
}: {
  readonly query: UseQueryResult<Answer>;
  /** What could not be done. */
  readonly what: string;
  readonly children: (answer: Answer) => ReactNode;
}) {
  const tenant = useTenant();
  if (query.isError && isHidden(query.error)) return <HiddenTenant name={tenant.name} />;
  return (
    <>
      {query.isError && (
        <ProblemPanel
          error={query.error}
          what={what}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {query.data !== undefined
        ? children(query.data)
        : query.isPending && <div aria-hidden="true" className="card skeleton h-[420px]" />}
    </>
  );
}
