import type { ReactNode } from 'react';
import { DeltaChip } from '../ui/delta-chip.js';
import { useChartLabels } from './labels.js';
import { LineSample, Swatch } from './legend.js';
import type { Reading } from './reading.js';

const WIDEST = 280;

/** A card beside a point of a chart, on the side that has room. */
export function Tooltip({
  x,
  y,
  width,
  pinned,
  children,
}: {
  readonly x: number;
  readonly y: number;
  /** Of the chart. */
  readonly width: number;
  /** Stays and can be entered by the pointer until it is dismissed. */
  readonly pinned: boolean;
  readonly children: ReactNode;
}) {
  const onLeft = x > width / 2;
  const room = Math.max(140, Math.min(WIDEST, (onLeft ? x : width - x) - 16));
  return (
    <div
      aria-hidden="true"
      className={`card absolute z-10 w-max px-3 py-2 text-xs shadow-overlay ${pinned ? 'select-text' : 'pointer-events-none'}`}
      style={{ top: y, maxWidth: room, ...(onLeft ? { right: width - x + 12 } : { left: x + 12 }) }}
    >
      {children}
    </div>
  );
}

/** What a chart of series says at a bucket. */
export function ReadingCard({
  reading,
  mark,
}: {
  readonly reading: Reading;
  readonly mark: 'line' | 'fill';
}) {
  const labels = useChartLabels();
  const [first] = reading.rows;
  const notes = reading.notes.length > 0 && (
    <ul className="mt-1.5 border-border-soft border-t pt-1.5 text-text-2">
      {reading.notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
  if (reading.rows.length === 1 && first) {
    return (
      <>
        <p className="flex items-center gap-2 font-medium">
          {first.compared && <LineSample slot={first.slot} />}
          {reading.when}
        </p>
        <p className="mt-0.5 flex flex-wrap items-baseline gap-x-2">
          <span className="font-semibold text-lg">{first.value}</span>
          {first.note && <span className="text-text-3">{first.note}</span>}
          {first.delta && <DeltaChip delta={first.delta} />}
        </p>
        {first.range && <p className="text-text-2">{first.range}</p>}
        {first.compared && (
          <div className="mt-1.5 border-border-soft border-t pt-1.5 text-text-2">
            <p className="flex items-center gap-2">
              <LineSample dashed />
              {first.compared.when}
            </p>
            <p className="mt-0.5 font-medium">{first.compared.value}</p>
          </div>
        )}
        {notes}
      </>
    );
  }
  return (
    <>
      <p className="font-medium">{reading.when}</p>
      <table className="mt-1">
        <tbody>
          {reading.rows.slice(0, 12).map((row) => (
            <tr key={row.key}>
              <th scope="row" className="py-0.5 pr-4 text-left font-normal text-text-2">
                <span className="flex items-center gap-1.5">
                  <Swatch slot={row.slot} mark={mark} />
                  <span className="max-w-[18ch] truncate">{row.label}</span>
                </span>
              </th>
              <td className="text-right font-medium">
                {row.value}
                {row.note && <span className="font-normal text-text-3"> {row.note}</span>}
              </td>
              {row.delta && (
                <td className="pl-2 text-right">
                  <DeltaChip plain delta={row.delta} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
        {reading.total !== undefined && (
          <tfoot>
            <tr className="border-border-soft border-t">
              <th scope="row" className="pt-1 pr-4 text-left font-medium">
                {labels.total}
              </th>
              <td className="pt-1 text-right font-semibold">{reading.total}</td>
            </tr>
          </tfoot>
        )}
      </table>
      {notes}
    </>
  );
}
