import { type ReactNode, useCallback, useState } from 'react';
import type { Cursor } from './cursor.js';
import { useChartLabels } from './labels.js';
import { focusSlider, ReadingCursor } from './reading-cursor.js';
import { Tooltip } from './tooltip.js';
import { useEscape } from './use-escape.js';

/** A thing that can be read: a cell, a bar, a step, a path, a point. */
export interface Spot {
  readonly key: string;
  /** Where its card stands, in CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly card: ReactNode;
}

interface SpotAreaProps {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly spots: readonly Spot[];
  readonly cursor: Cursor;
  /** The spot at a place; null: there is none. */
  readonly spotAt: (x: number, y: number) => number | null;
  readonly stepOf?: (key: string, index: number) => number | undefined;
  readonly onPick?: ((key: string) => void) | undefined;
  /** Drawn, with the spot that is being read. */
  readonly children: (active: number | null) => ReactNode;
}

/** A drawing of things that have no common axis; they are read one by one in their order. */
export function SpotArea(props: SpotAreaProps) {
  const { spots, cursor, onPick } = props;
  const labels = useChartLabels();
  const [pinned, setPinned] = useState(false);
  const { index } = cursor;
  const spot = index === null ? undefined : spots[index];
  const at = (event: React.PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return props.spotAt(event.clientX - box.left, event.clientY - box.top);
  };
  const letGo = useCallback(() => {
    setPinned(false);
    cursor.move(null);
  }, [cursor.move]);
  useEscape(index !== null && cursor.own, letGo);
  return (
    <div
      role="presentation"
      className="chart-frame relative touch-pan-y"
      style={{ height: props.height, width: props.width }}
      onPointerMove={(event) => !pinned && cursor.move(at(event))}
      onPointerDown={(event) => {
        const found = at(event);
        const key = found === null ? undefined : spots[found]?.key;
        if (onPick && key !== undefined) return onPick(key);
        if (event.pointerType === 'mouse') setPinned(!pinned && found !== null);
        focusSlider(event);
        cursor.move(found);
      }}
      onPointerLeave={(event) => {
        if (event.pointerType !== 'mouse') return;
        letGo();
      }}
    >
      <svg
        data-chart=""
        width={props.width}
        height={props.height}
        aria-hidden="true"
        className="block overflow-visible text-xs [direction:ltr]"
      >
        {props.children(index)}
      </svg>
      {spot && cursor.own && (
        <Tooltip x={spot.x} y={spot.y} width={props.width} pinned={pinned}>
          {spot.card}
        </Tooltip>
      )}
      <ReadingCursor
        count={spots.length}
        index={index}
        start={0}
        label={labels.pointByPoint(props.title)}
        textOf={(i) => spots[i]?.text ?? ''}
        onMove={cursor.move}
        onPick={onPick && ((i) => onPick(spots[i]?.key ?? ''))}
        {...(props.stepOf ? { stepOf: props.stepOf } : {})}
      />
    </div>
  );
}
