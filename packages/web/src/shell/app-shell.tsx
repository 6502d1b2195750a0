import { Outlet } from '@tanstack/react-router';
import { Menu as MenuIcon } from 'lucide-react';
import { Direction } from 'radix-ui';
import { lazy, Suspense, useEffect, useState } from 'react';
import { readStored, writeStored } from '../app/stored.js';
import { PHONE, useMedia } from '../app/use-media.js';
import { Bell } from '../inbox/bell.js';
import { LiveProvider } from '../live/live.js';
import { followLocale } from '../messages/language.js';
import { LabelledParts } from '../messages/part-labels.js';
import { useTexts } from '../messages/use-texts.js';
import { usePageTitles } from '../pages/current-page.js';
import { useGoTo } from '../pages/page-link.js';
import { pages } from '../pages/registry.js';
import { permits } from '../session/permissions.js';
import { useTenants } from '../session/use-tenants.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Logo } from '../ui/logo.js';
import { useToasts } from '../ui/toast.js';
import { useShortcutKeys, useShortcuts } from './shortcuts.js';
import { Sidebar } from './sidebar.js';

// it listens to its keys from the first moment on, but nothing on the page waits for it
const CommandPalette = lazy(async () => ({
  default: (await import('./command-palette.js')).CommandPalette,
}));
// what opens on request is fetched on request
const PreferencesDialog = lazy(async () => ({
  default: (await import('../preferences/preferences-dialog.js')).PreferencesDialog,
}));
const ShortcutSheet = lazy(async () => ({
  default: (await import('./shortcut-sheet.js')).ShortcutSheet,
}));

const Toaster = lazy(async () => ({ default: (await import('../ui/toaster.js')).Toaster }));

type Layer = 'navigation' | 'palette' | 'keys' | 'preferences';

/** Navigation beside the page on wide screens, behind a button on narrow ones. */
export function AppShell() {
  const { t } = useTexts();
  const titleOf = usePageTitles();
  const goTo = useGoTo();
  const phone = useMedia(PHONE);
  const { tenant } = useTenants();
  const [narrow, setNarrow] = useState(readStored('sidebar') === 'narrow');
  const [layer, setLayer] = useState<Layer | undefined>();
  const [seen, setSeen] = useState<ReadonlySet<Layer>>(new Set());
  const [toasted, setToasted] = useState(false);
  if (useToasts().length > 0 && !toasted) setToasted(true);
  if (layer && !seen.has(layer)) setSeen(new Set([...seen, layer]));
  const opened = (of: Layer) => ({
    open: layer === of,
    onOpenChange: (open: boolean) =>
      setLayer((before) => (open ? of : before === of ? undefined : before)),
  });

  useEffect(() => void followLocale(tenant?.locale), [tenant?.locale]);
  useShortcutKeys();
  useShortcuts([
    { keys: '?', does: t('keys.show'), run: () => setLayer('keys') },
    ...pages.flatMap(({ path, title, shortcut, permissions }) =>
      shortcut && permits(tenant, permissions)
        ? [
            {
              keys: shortcut,
              does: t('keys.goTo', { page: titleOf(title) }),
              run: () => goTo(path),
            },
          ]
        : [],
    ),
  ]);

  const toggleNarrow = () => {
    writeStored('sidebar', narrow ? 'wide' : 'narrow');
    setNarrow(!narrow);
  };
  const layers = {
    onSearch: () => setLayer('palette'),
    onShortcuts: () => setLayer('keys'),
    onPreferences: () => setLayer('preferences'),
  };

  return (
    <Direction.Provider dir={document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'}>
      <LiveProvider tenantId={tenant?.id}>
        <div className="min-h-dvh md:flex">
          <a
            href="#content"
            className="fixed start-2 top-2 z-50 -translate-y-16 rounded-control bg-accent px-3 py-2 font-semibold text-on-accent focus:translate-y-0"
          >
            {t('shell.skip')}
          </a>
          <aside
            className={`sticky top-0 hidden h-dvh shrink-0 border-border-soft border-e bg-surface md:block ${narrow ? 'w-14' : 'w-60'}`}
          >
            <Sidebar narrow={narrow} onToggle={toggleNarrow} {...layers} />
          </aside>
          <header className="flex items-center gap-2 border-border-soft border-b bg-surface px-2 py-1 md:hidden">
            <Button
              look="icon"
              aria-label={t('shell.openNavigation')}
              onClick={() => setLayer('navigation')}
            >
              <MenuIcon size={18} aria-hidden="true" />
            </Button>
            <Logo size={22} />
            <span className="min-w-0 flex-1 truncate font-semibold text-md">
              {tenant?.name ?? 'Olympus'}
            </span>
            {phone && <Bell />}
          </header>
          <Dialog {...opened('navigation')} title={t('shell.navigation')} place="start" bare>
            <Sidebar narrow={false} onNavigate={() => setLayer(undefined)} {...layers} />
          </Dialog>
          <div className="min-w-0 flex-1">
            <LabelledParts>
              <Outlet />
            </LabelledParts>
          </div>
          <Suspense>
            <CommandPalette {...opened('palette')} {...layers} />
          </Suspense>
          <Suspense>
            {seen.has('keys') && <ShortcutSheet {...opened('keys')} />}
            {seen.has('preferences') && <PreferencesDialog {...opened('preferences')} />}
          </Suspense>
          <Suspense>{toasted && <Toaster />}</Suspense>
        </div>
      </LiveProvider>
    </Direction.Provider>
  );
}
