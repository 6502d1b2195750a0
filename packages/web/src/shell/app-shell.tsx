import { Outlet, useNavigate } from '@tanstack/react-router';
import { Menu as MenuIcon } from 'lucide-react';
import { useState } from 'react';
import { readStored, writeStored } from '../app/stored.js';
import { useTenant } from '../session/use-session.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Logo } from '../ui/logo.js';
import { CommandPalette } from './command-palette.js';
import { PAGE_GROUPS, withoutQuestion } from './pages.js';
import { ShortcutSheet } from './shortcut-sheet.js';
import { useShortcutKeys, useShortcuts } from './shortcuts.js';
import { Sidebar } from './sidebar.js';

/** Navigation beside the page on wide screens, behind a button on narrow ones. */
export function AppShell() {
  const navigate = useNavigate();
  const { tenant } = useTenant();
  const [narrow, setNarrow] = useState(readStored('sidebar') === 'narrow');
  const [drawer, setDrawer] = useState(false);
  const [palette, setPalette] = useState(false);
  const [sheet, setSheet] = useState(false);

  useShortcutKeys();
  useShortcuts([
    { keys: '?', does: 'Show shortcuts', run: () => setSheet(true) },
    ...PAGE_GROUPS.flatMap((group) =>
      group.pages.map((page) => ({
        keys: `g ${page.key}`,
        does: `Go to ${page.label}`,
        run: () => void navigate({ to: page.path, search: withoutQuestion }),
      })),
    ),
  ]);

  const toggleNarrow = () => {
    writeStored('sidebar', narrow ? 'wide' : 'narrow');
    setNarrow(!narrow);
  };
  const shared = {
    onSearch: () => {
      setDrawer(false);
      setPalette(true);
    },
    onShortcuts: () => {
      setDrawer(false);
      setSheet(true);
    },
  };

  return (
    <div className="min-h-dvh md:flex">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-control bg-accent px-3 py-2 font-semibold text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>
      <aside
        className={`sticky top-0 hidden h-dvh shrink-0 border-border-soft border-r bg-surface md:block ${narrow ? 'w-14' : 'w-60'}`}
      >
        <Sidebar narrow={narrow} onToggle={toggleNarrow} {...shared} />
      </aside>
      <div className="flex items-center gap-2 border-border-soft border-b bg-surface px-2 py-1 md:hidden">
        <Button look="icon" aria-label="Open navigation" onClick={() => setDrawer(true)}>
          <MenuIcon size={18} aria-hidden="true" />
        </Button>
        <Logo size={22} />
        <span className="min-w-0 truncate font-semibold text-md">{tenant?.name ?? 'Olympus'}</span>
      </div>
      <Dialog open={drawer} onOpenChange={setDrawer} title="Navigation" place="left" bare>
        <Sidebar narrow={false} onNavigate={() => setDrawer(false)} {...shared} />
      </Dialog>
      <div className="min-w-0 flex-1">
        <Outlet />
      </div>
      <CommandPalette open={palette} onOpenChange={setPalette} onShortcuts={() => setSheet(true)} />
      <ShortcutSheet open={sheet} onOpenChange={setSheet} />
    </div>
  );
}
