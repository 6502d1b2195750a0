import { type ReactNode, useCallback, useState } from 'react';
import type { Cursor } from './cursor.js';
import { useChartLabels } from './labels.js';
import { type Plot, px } from './plot.js';
import { focusSlider, ReadingCursor } from './reading-cursor.js';
import { Tooltip } from './tooltip.js';
import { useEscape } from './use-escape.js';

interface PlotAreaProps {
  readonly plot: Plot;
  readonly title: string;
  readonly cursor: Cursor;
  readonly start: number;
  readonly textOf: (index: number) => string;
  readonly stepOf: (key: string, index: number) => number | undefined;
  readonly onPick?: ((index: number) => void) | undefined;
  readonly card: ReactNode;
  readonly children: ReactNode;
}

/** A drawing over buckets, its crosshair and card. A press pins the card; Escape lets it go. */
export function PlotArea(props: PlotAreaProps) {
  const { plot, cursor, onPick } = props;
  const labels = useChartLabels();
  const [pinned, setPinned] = useState(false);
  const { index } = cursor;
  const indexAt = (event: React.PointerEvent<HTMLElement>) =>
    plot.indexAt(event.clientX - event.currentTarget.getBoundingClientRect().left);
  const follow = (event: React.PointerEvent<HTMLElement>) => {
    if (!pinned) cursor.move(indexAt(event));
  };
  const letGo = useCallback(() => {
    setPinned(false);
    cursor.move(null);
  }, [cursor.move]);
  useEscape(index !== null && cursor.own, letGo);
  const x = index === null ? 0 : plot.xOf(index);
  return (
    <div
      role="presentation"
      className="chart-frame relative touch-pan-y"
      style={{ height: plot.height }}
      onPointerMove={follow}
      onPointerDown={(event) => {
        const at = indexAt(event);
        if (onPick) return onPick(at);
        if (event.pointerType === 'mouse') setPinned(!pinned);
        focusSlider(event);
        cursor.move(at);
      }}
      onPointerLeave={(event) => event.pointerType === 'mouse' && letGo()}
    >
      <svg
        data-chart=""
        width={plot.width}
        height={plot.height}
        aria-hidden="true"
        className="block overflow-visible text-xs [direction:ltr]"
      >
        {index !== null && (
          <line
            data-cursor=""
            x1={px(x)}
            x2={px(x)}
            y1={plot.top}
            y2={plot.height - plot.bottom}
            stroke="var(--border-control)"
          />
        )}
        {props.children}
      </svg>
      {index !== null && props.card && (
        <Tooltip x={x} y={plot.top} width={plot.width} pinned={pinned}>
          {props.card}
        </Tooltip>
      )}
      <ReadingCursor
        count={plot.count}
        index={index}
        start={props.start}
        label={labels.pointByPoint(props.title)}
        textOf={props.textOf}
        stepOf={props.stepOf}
        onMove={cursor.move}
        onPick={onPick}
      />
    </div>
  );
}
