import { ChartLine, Table2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.js';
import { useChartLabels } from './labels.js';

export type View = 'chart' | 'table';

/** Whether numbers are shown as a chart or as a table. */
export function ViewSwitch({
  view,
  onChange,
}: {
  readonly view: View;
  readonly onChange: (view: View) => void;
}) {
  const labels = useChartLabels();
  return (
    <fieldset className="flex shrink-0 rounded-control bg-surface-2 p-0.5">
      <legend className="sr-only">{labels.showAs}</legend>
      <Option pressed={view === 'chart'} onClick={() => onChange('chart')} label={labels.chart}>
        <ChartLine size={14} aria-hidden="true" />
      </Option>
      <Option pressed={view === 'table'} onClick={() => onChange('table')} label={labels.table}>
        <Table2 size={14} aria-hidden="true" />
      </Option>
    </fieldset>
  );
}

function Option({
  pressed,
  onClick,
  label,
  children,
}: {
  readonly pressed: boolean;
  readonly onClick: () => void;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <Button
      look="icon"
      aria-pressed={pressed}
      aria-label={label}
      title={label}
      onClick={onClick}
      className="aria-pressed:chip size-7! aria-pressed:bg-surface aria-pressed:text-text aria-pressed:ring-1 aria-pressed:ring-border-soft pointer-coarse:size-9!"
    >
      {children}
    </Button>
  );
}
