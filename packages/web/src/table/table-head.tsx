import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Column } from './column.js';
import { NARROWEST } from './column-choice.js';
import { useTableLabels } from './labels.js';
import type { Sort } from './sort.js';
import type { Grid } from './use-grid.js';

interface HeadCellProps<Row> {
  readonly column: Column<Row>;
  readonly index: number;
  readonly first: boolean;
  readonly sort: Sort | null;
  readonly onSort: () => void;
  readonly grid: Grid | undefined;
  /** Sets the column's width in CSS pixels; undefined: it cannot be changed. */
  readonly onWidth: ((width: number) => void) | undefined;
}

/** A column's heading: press it to sort, drag its edge (or press arrows on it) to widen. */
export function HeadCell<Row>(props: HeadCellProps<Row>) {
  const { column, index, first, sort, grid } = props;
  const sorted = sort?.key === column.key ? sort.direction : 'none';
  const numeric = column.kind === 'number';
  const place = grid?.cell(-1, index);
  const Arrow = sorted === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={column.sortable === false ? undefined : sorted}
      className={`table-head relative p-0 font-medium text-text-3 text-xs ${numeric ? 'text-end' : 'text-start'} ${first ? 'sticky start-0 z-20' : ''}`}
    >
      {column.sortable === false ? (
        <span className="block truncate px-2 py-1.5" {...(place ?? {})}>
          {column.label}
        </span>
      ) : (
        <button
          type="button"
          onClick={props.onSort}
          title={column.label}
          className={`-outline-offset-2 group flex min-h-8 w-full min-w-0 items-center gap-1 rounded-sm px-2 hover:text-text ${numeric ? 'justify-end' : ''} ${sorted === 'none' ? '' : 'text-text'}`}
          {...(place ?? {})}
        >
          {numeric && <SortMark Arrow={Arrow} active={sorted !== 'none'} />}
          <span className="truncate">{column.label}</span>
          {!numeric && <SortMark Arrow={Arrow} active={sorted !== 'none'} />}
        </button>
      )}
      {props.onWidth && <Edge label={column.label} onWidth={props.onWidth} />}
    </th>
  );
}

function SortMark({ Arrow, active }: { readonly Arrow: typeof ArrowUp; readonly active: boolean }) {
  return (
    <Arrow
      size={12}
      aria-hidden="true"
      className={`shrink-0 ${active ? '' : 'opacity-0 group-hover:opacity-50 group-focus-visible:opacity-50'}`}
    />
  );
}

const STEP = 16;

function Edge({
  label,
  onWidth,
}: {
  readonly label: string;
  readonly onWidth: (width: number) => void;
}) {
  const labels = useTableLabels();
  const widthOf = (element: HTMLElement) => element.parentElement?.offsetWidth ?? NARROWEST;
  const outward = (element: HTMLElement) =>
    getComputedStyle(element).direction === 'rtl' ? -1 : 1;
  const drag = (event: React.PointerEvent<HTMLElement>) => {
    event.preventDefault();
    const edge = event.currentTarget;
    const [from, startX, sign] = [widthOf(edge), event.clientX, outward(edge)];
    edge.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) =>
      onWidth(Math.max(NARROWEST, Math.round(from + sign * (moved.clientX - startX))));
    edge.addEventListener('pointermove', move);
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', move), {
      once: true,
    });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be dragged
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={labels.widen(label)}
      aria-valuemin={NARROWEST}
      aria-valuenow={NARROWEST}
      tabIndex={-1}
      onPointerDown={drag}
      onKeyDown={(event) => {
        const sign = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (!sign) return;
        event.preventDefault();
        event.stopPropagation();
        const edge = event.currentTarget;
        onWidth(Math.max(NARROWEST, widthOf(edge) + STEP * sign * outward(edge)));
      }}
      className="absolute inset-y-1.5 end-0 w-2 cursor-col-resize touch-none border-border-soft border-e hover:border-border-control focus-visible:border-accent"
    />
  );
}
