import { ArrowDown, ArrowUp, SlidersHorizontal } from 'lucide-react';
import { Popover } from 'radix-ui';
import { Button } from '../ui/button.js';
import type { Column } from './column.js';
import { type ColumnChoice, isShown, moved } from './column-choice.js';
import { useTableLabels } from './labels.js';

/** Which columns a table has, and in which order. The first always stays. */
export function ColumnsMenu<Row>({
  columns,
  choice,
  phone,
  onChange,
}: {
  /** All there are, in the chosen order. */
  readonly columns: readonly Column<Row>[];
  readonly choice: ColumnChoice;
  readonly phone: boolean;
  readonly onChange: (change: Partial<ColumnChoice> | null) => void;
}) {
  const labels = useTableLabels();
  const order = columns.map(({ key }) => key);
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button>
          <SlidersHorizontal size={14} aria-hidden="true" />
          {labels.columns}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={labels.columns}
          className="z-50 max-h-[min(420px,var(--radix-popover-content-available-height))] w-64 animate-pop overflow-y-auto rounded-card border border-border-soft bg-surface p-1 text-sm shadow-overlay"
        >
          <ul>
            {columns.map((column, index) => (
              <li
                key={column.key}
                className="flex min-h-8 items-center gap-1 rounded-control px-2 hover:bg-surface-2"
              >
                <label className="flex min-w-0 flex-1 items-center gap-2 py-1">
                  <input
                    type="checkbox"
                    checked={index === 0 || isShown(column, choice, phone)}
                    disabled={index === 0}
                    onChange={(event) =>
                      onChange({ shown: { ...choice.shown, [column.key]: event.target.checked } })
                    }
                    className="size-4 accent-accent"
                  />
                  <span className="truncate">{column.label}</span>
                </label>
                {index > 0 && (
                  <>
                    <Button
                      look="icon"
                      className="size-6! disabled:opacity-30"
                      aria-label={labels.earlier(column.label)}
                      disabled={index === 1}
                      onClick={() => onChange({ order: moved(order, column.key, -1) })}
                    >
                      <ArrowUp size={12} aria-hidden="true" />
                    </Button>
                    <Button
                      look="icon"
                      className="size-6! disabled:opacity-30"
                      aria-label={labels.later(column.label)}
                      disabled={index === columns.length - 1}
                      onClick={() => onChange({ order: moved(order, column.key, 1) })}
                    >
                      <ArrowDown size={12} aria-hidden="true" />
                    </Button>
                  </>
                )}
              </li>
            ))}
          </ul>
          <div className="mt-1 border-border-soft border-t p-1">
            <Button className="w-full justify-center" onClick={() => onChange(null)}>
              {labels.reset}
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
