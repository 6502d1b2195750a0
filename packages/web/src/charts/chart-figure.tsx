import { Download } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { announce } from '../app/announcer.js';
import { Button } from '../ui/button.js';
import { Menu, MenuAction } from '../ui/menu.js';
import { useWidth } from '../ui/use-width.js';
import { download, fileName } from './download.js';
import { useChartLabels } from './labels.js';
import { type View, ViewSwitch } from './view-switch.js';

/** What every chart takes besides its data. */
export interface ChartOptions {
  /** Shown above the chart, beside its buttons. */
  readonly heading?: ReactNode;
  /** Height of the drawing in CSS pixels. */
  readonly height?: number;
  /** Chart or table, where the page keeps the choice; else the chart does. */
  readonly view?: View;
  readonly onView?: (view: View) => void;
  /** false: no buttons; the page has them, or has no use for them. */
  readonly toolbar?: boolean;
  /** What the picture says of its figures: range, zone, currency. */
  readonly details?: readonly string[];
  /** Read together with the other charts of the group around it. */
  readonly sharedCursor?: boolean;
  /** Something was chosen, by pointer or Enter: a bucket's or a thing's key. */
  readonly onPick?: (key: string) => void;
}

interface ChartFigureProps {
  readonly title: string;
  readonly summary: string;
  readonly options: ChartOptions;
  readonly legend?: ReactNode;
  /** The same numbers as a table of the given height. */
  readonly table: (height: number) => ReactNode;
  readonly height: number;
  /** Drawn at a width of the page in CSS pixels. */
  readonly children: (width: number, rtl: boolean) => ReactNode;
  readonly foot?: ReactNode;
  readonly picture?: { readonly legend?: readonly { label: string; colour: string }[] };
  readonly empty?: boolean;
}

/** The frame of every chart: what it shows in a sentence, its legend, the drawing or the table. */
export function ChartFigure(props: ChartFigureProps) {
  const { title, summary, options, height, empty } = props;
  const labels = useChartLabels();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [ownView, setOwnView] = useState<View>('chart');
  const view = options.view ?? ownView;
  const asTable = view === 'table';
  const rtl = frame.current ? getComputedStyle(frame.current).direction === 'rtl' : false;
  const toolbar = options.toolbar !== false;

  const save = async (format: 'svg' | 'png') => {
    const svg = frame.current?.querySelector<SVGSVGElement>('svg[data-chart]');
    if (!svg) return;
    const { exportChart } = await import('./export-chart.js');
    const caption = { title, details: options.details ?? [], ...props.picture };
    try {
      download(await exportChart(svg, caption, format), fileName(title, format));
    } catch (fault) {
      announce(String(fault));
    }
  };

  return (
    <figure aria-labelledby={id} className="min-w-0">
      <figcaption id={id} className="sr-only">
        {summary}
      </figcaption>
      {(options.heading || toolbar) && (
        <div className="flex items-start justify-between gap-4">
          <div className="min-w-0">{options.heading}</div>
          {toolbar && (
            <div className="flex shrink-0 items-center gap-1">
              <Menu
                align="end"
                label={labels.download}
                trigger={
                  <Button
                    look="icon"
                    aria-label={`${labels.download}: ${title}`}
                    title={labels.download}
                    disabled={asTable || empty}
                    className="disabled:opacity-40"
                  >
                    <Download size={14} aria-hidden="true" />
                  </Button>
                }
              >
                <MenuAction onSelect={() => void save('svg')}>{labels.downloadSvg}</MenuAction>
                <MenuAction onSelect={() => void save('png')}>{labels.downloadPng}</MenuAction>
              </Menu>
              <ViewSwitch
                view={view}
                onChange={(next) => {
                  setOwnView(next);
                  options.onView?.(next);
                }}
              />
            </div>
          )}
        </div>
      )}
      {props.legend && <div className={`mt-1 ${asTable ? 'invisible' : ''}`}>{props.legend}</div>}
      <div ref={frame} className="mt-3 min-w-0" style={{ minHeight: height }}>
        {asTable ? (
          props.table(height)
        ) : empty ? (
          <p
            className="flex items-center justify-center rounded-control bg-surface-2 text-text-3"
            style={{ height }}
          >
            {labels.noValues}
          </p>
        ) : (
          width > 0 && props.children(width, rtl)
        )}
      </div>
      {props.foot && (
        <div className={`mt-2 space-y-1 ${asTable ? 'invisible' : ''}`}>{props.foot}</div>
      )}
    </figure>
  );
}
