import { Switch } from 'radix-ui';
import { useId } from 'react';
import { Dialog } from '../ui/dialog.js';
import { currentShortcuts, useShortcutsEnabled } from './shortcuts.js';

const ALWAYS = [
  { keys: 'Ctrl K', does: 'Search or jump (⌘ K on a Mac)' },
  { keys: 'Esc', does: 'Close the top layer' },
];

export function ShortcutSheet({
  open,
  onOpenChange,
}: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const [enabled, setEnabled] = useShortcutsEnabled();
  const id = useId();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts">
      <dl className="divide-y divide-border-soft px-4 py-1">
        {[...ALWAYS, ...(open ? currentShortcuts() : [])].map(({ keys, does }) => (
          <div key={keys} className="flex min-h-9 items-center justify-between gap-4">
            <dt
              className={
                enabled || ALWAYS.some((one) => one.keys === keys) ? '' : 'text-text-3 line-through'
              }
            >
              {does}
            </dt>
            <dd className="flex gap-1">
              {keys.split(' ').map((key) => (
                <kbd
                  key={key}
                  className="min-w-6 rounded-sm border border-border-soft bg-surface-2 px-1.5 text-center font-mono text-xs leading-5"
                >
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
        <ChartKeys />
      </dl>
      <div className="flex items-center justify-between gap-4 border-border-soft border-t px-4 py-3">
        <label htmlFor={id}>
          <span className="font-medium">Single-key shortcuts</span>
          <span className="block text-text-3 text-xs">Turn off if they get in your way.</span>
        </label>
        <Switch.Root
          id={id}
          checked={enabled}
          onCheckedChange={setEnabled}
          className="h-6 w-10 shrink-0 rounded-full border border-border-control bg-surface-2 p-0.5 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
        >
          <Switch.Thumb className="block size-4.5 rounded-full bg-border-control transition-transform data-[state=checked]:translate-x-4 data-[state=checked]:bg-on-accent" />
        </Switch.Root>
      </div>
    </Dialog>
  );
}

function ChartKeys() {
  return (
    <div className="flex min-h-9 items-center justify-between gap-4">
      <dt>Read the chart, point by point (chart in focus)</dt>
      <dd className="flex gap-1">
        {['←', '→', 'Home', 'End'].map((key) => (
          <kbd
            key={key}
            className="min-w-6 rounded-sm border border-border-soft bg-surface-2 px-1.5 text-center font-mono text-xs leading-5"
          >
            {key}
          </kbd>
        ))}
      </dd>
    </div>
  );
}
