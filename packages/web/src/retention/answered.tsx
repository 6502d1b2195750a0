import type { LocalRange } from '@olympus/sdk';
import type { UseQueryResult } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { isHidden } from '../app/faults.js';
import { ExportMenu } from '../boards/exports/export-menu.js';
import { SaveToDashboard, type SaveToDashboardProps } from '../boards/saving/save-to-dashboard.js';
import { useTenant } from '../pages/current-page.js';
import { HiddenTenant } from '../shell/hidden-tenant.js';
import { ProblemPanel } from '../ui/problem-panel.js';

/** What the answer on screen covers, and whether a newer one is on its way. */
export interface Covered {
  readonly range: LocalRange | null;
  readonly pending: boolean;
  readonly fetching: boolean;
}

/** What of a view can be put on a dashboard. */
export type SaveableView = Omit<SaveToDashboardProps, 'disabled'>;

/** Tells the page, whose scope bar shows it. */
export const CoveredContext = createContext<(covered: Covered) => void>(() => {});

interface OfRange {
  readonly meta: { readonly range: LocalRange | null };
}

/** An answer in each of its states: the shape of it while it loads, why there is none, or itself. */
export function Answered<Answer extends OfRange>({
  query,
  what,
  saves,
  children,
}: {
  readonly query: UseQueryResult<Answer>;
  /** What could not be done. */
  readonly what: string;
  /** The same on a dashboard. */
  readonly saves: SaveableView;
  readonly children: (answer: Answer) => ReactNode;
}) {
  const tenant = useTenant();
  const tell = useContext(CoveredContext);
  const range = query.data?.meta.range ?? null;
  const { isPlaceholderData: pending, isFetching: fetching } = query;
  useEffect(() => tell({ range, pending, fetching }), [tell, range, pending, fetching]);
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
      {query.data !== undefined && (
        <div className="mb-3 flex flex-wrap justify-end gap-2">
          <ExportMenu title={saves.title} ask={saves.ask} />
          <SaveToDashboard {...saves} />
        </div>
      )}
      {query.data !== undefined
        ? children(query.data)
        : query.isPending && <div aria-hidden="true" className="card skeleton h-[420px]" />}
    </>
  );
}
