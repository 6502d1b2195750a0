import type { ReactNode } from 'react';
import { DataTable, type DataTableProps } from '../table/data-table.js';
import { ProblemPanel } from './problem-panel.js';

interface Asked {
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly isFetching: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/**
 * A list of things in each of its states: the shape of rows while they load, why they cannot be
 * shown, what to do where there are none, or the rows. Rows stay while newer ones cannot be had.
 */
export function ListPanel<Row>({
  query,
  what,
  none,
  ...table
}: Omit<DataTableProps<Row>, 'state' | 'onRetry'> & {
  readonly query: Asked;
  /** What could not be done: “The keys could not be loaded”. */
  readonly what: string;
  /** Instead of the table where there are no rows. */
  readonly none?: ReactNode;
}) {
  const problem = query.isError && (
    <ProblemPanel
      error={query.error}
      what={what}
      onRetry={() => void query.refetch()}
      retrying={query.isFetching}
    />
  );
  if (problem && table.rows.length === 0) return problem;
  if (!query.isPending && table.rows.length === 0 && none) return none;
  return (
    <>
      {problem}
      <div className="card overflow-hidden p-2">
        <DataTable {...table} state={query.isPending ? 'loading' : 'ready'} />
      </div>
    </>
  );
}
