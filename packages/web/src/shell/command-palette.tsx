import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { setTheme } from '../app/theme.js';
import {
  COMPARE_LABELS,
  type Compare,
  TIMEFRAME_GROUPS,
  TIMEFRAME_LABELS,
} from '../scope/timeframes.js';
import { useSignOut, useTenant } from '../session/use-session.js';
import { Dialog } from '../ui/dialog.js';
import { THEMES } from './account-menu.js';
import { offeredCommands } from './command-registry.js';
import { type Command, findCommands } from './commands.js';
import { PAGE_GROUPS, withoutQuestion } from './pages.js';
import { currentShortcuts } from './shortcuts.js';

interface PaletteProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onShortcuts: () => void;
}

/** Jump anywhere and do anything from one field: Ctrl K or ⌘ K. */
export function CommandPalette({ open, onOpenChange, onShortcuts }: PaletteProps) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        onOpenChange(!open);
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [open, onOpenChange]);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Search or jump" bare>
      <Palette onDone={() => onOpenChange(false)} onShortcuts={onShortcuts} />
    </Dialog>
  );
}

function Palette({
  onDone,
  onShortcuts,
}: {
  readonly onDone: () => void;
  readonly onShortcuts: () => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = findCommands(useCommands(onShortcuts), typed);
  const active = Math.min(at, found.length - 1);

  useEffect(() => {
    list.current?.querySelector(`[data-at="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const run = (command: Command | undefined) => {
    if (!command) return;
    onDone();
    command.run();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt((active + step + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(found[active]);
    }
  };

  return (
    <>
      <div className="flex items-center gap-2 border-border-soft border-b px-4">
        <Search size={16} aria-hidden="true" className="text-text-3" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette opens on request, to be typed into
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
          aria-label="Search or jump"
          autoComplete="off"
          spellCheck={false}
          placeholder="Periods, metrics, shops, actions…"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className="min-h-12 flex-1 bg-transparent text-lg outline-none placeholder:text-text-3"
        />
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label="Results"
        className="h-[344px] overflow-y-auto p-1"
      >
        {found.map((command, index) => (
          // The field keeps the focus and handles the keys; options follow aria-activedescendant.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            key={command.id}
            id={`${id}-${index}`}
            data-at={index}
            role="option"
            aria-selected={index === active}
            onClick={() => run(command)}
            onPointerMove={() => setAt(index)}
            className="flex min-h-9 items-center justify-between gap-4 rounded-control px-3 aria-selected:bg-accent-tint aria-selected:text-accent pointer-coarse:min-h-11"
          >
            <span className="truncate">{command.label}</span>
            <span className="shrink-0 text-text-3 text-xs">{command.group}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className="-mt-[344px] h-[344px] p-6 text-center text-text-3">
          Nothing matches “{typed}”.
        </p>
      )}
    </>
  );
}

function useCommands(onShortcuts: () => void): readonly Command[] {
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { tenant, tenants, select } = useTenant();
  const show = (change: { r?: string; c?: Compare }) =>
    void navigate({ to: '/', search: (search) => ({ ...search, ...change }) });
  return [
    ...PAGE_GROUPS.flatMap((group) =>
      group.pages.map((page) => ({
        id: `page ${page.path}`,
        group: 'Page',
        label: page.label,
        run: () => void navigate({ to: page.path, search: withoutQuestion }),
      })),
    ),
    ...TIMEFRAME_GROUPS.flatMap((group) => group.timeframes).map((timeframe) => ({
      id: `r ${timeframe}`,
      group: 'Period',
      label: TIMEFRAME_LABELS[timeframe],
      run: () => show({ r: timeframe }),
    })),
    ...(['previous_period', 'same_period_last_year', 'none'] as const).map((compare) => ({
      id: `c ${compare}`,
      group: 'Comparison',
      label: COMPARE_LABELS[compare],
      run: () => show({ c: compare }),
    })),
    ...tenants
      .filter(({ id }) => id !== tenant?.id)
      .map(({ id, name }) => ({
        id: `tenant ${id}`,
        group: 'Shop',
        label: name,
        run: () => select(id),
      })),
    ...offeredCommands(),
    ...currentShortcuts()
      .filter(({ keys }) => !keys.startsWith('g ') && keys !== '?')
      .map(({ keys, does, run }) => ({ id: `key ${keys}`, group: keys, label: does, run })),
    ...THEMES.map(({ value, label }) => ({
      id: `theme ${value}`,
      group: 'Theme',
      label: `Theme: ${label.toLowerCase()}`,
      run: () => setTheme(value),
    })),
    { id: 'shortcuts', group: 'Help', label: 'Keyboard shortcuts', run: onShortcuts },
    { id: 'sign-out', group: 'Account', label: 'Sign out', run: () => void signOut() },
  ];
}
