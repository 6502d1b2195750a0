import { useMatches } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useAddress } from '../address/use-address.js';
import { setTheme } from '../app/theme.js';
import { chooseLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { usePageTitles } from '../pages/current-page.js';
import type { ScopePart } from '../pages/define-page.js';
import { useGoTo } from '../pages/page-link.js';
import { navigationOf, pageAt, pages } from '../pages/registry.js';
import { useLanguageChoices, useThemeChoices } from '../preferences/choices.js';
import { COMPARES, TIMEFRAME_GROUPS } from '../scope/timeframes.js';
import { useSignOut } from '../session/use-session.js';
import { useTenants } from '../session/use-tenants.js';
import { offeredCommands } from './command-registry.js';
import { type Command, findCommands } from './commands.js';
import { currentShortcuts } from './shortcuts.js';

interface Layers {
  readonly onShortcuts: () => void;
  readonly onPreferences: () => void;
}

/** The field of the palette and what it finds. */
export function Palette({ onDone, ...layers }: Layers & { readonly onDone: () => void }) {
  const { t } = useTexts();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = findCommands(useCommands(layers), typed);
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
          aria-label={t('shell.search')}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('palette.placeholder')}
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
        aria-label={t('palette.results')}
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
          {t('common.noMatch', { typed })}
        </p>
      )}
    </>
  );
}

function useCommands({ onShortcuts, onPreferences }: Layers): readonly Command[] {
  const { t } = useTexts();
  const titleOf = usePageTitles();
  const goTo = useGoTo();
  const signOut = useSignOut();
  const themes = useThemeChoices();
  const languages = useLanguageChoices();
  const { tenant, tenants, select } = useTenants();
  const scope = useScopeCommands();
  return [
    ...navigationOf(pages, tenant).flatMap((group) =>
      group.pages.map((page) => ({
        id: `page ${page.path}`,
        group: t('palette.page'),
        label: titleOf(page.title),
        run: () => goTo(page.path),
      })),
    ),
    ...scope,
    ...tenants
      .filter(({ id }) => id !== tenant?.id)
      .map(({ id, name }) => ({
        id: `tenant ${id}`,
        group: t('palette.shop'),
        label: name,
        run: () => select(id),
      })),
    ...offeredCommands(),
    ...currentShortcuts()
      .filter(({ keys }) => !keys.startsWith('g ') && keys !== '?')
      .map(({ keys, does, run }) => ({ id: `key ${keys}`, group: keys, label: does, run })),
    ...themes.map(({ value, label }) => ({
      id: `theme ${value}`,
      group: t('palette.theme'),
      label: t('preferences.themeNamed', { name: label }),
      run: () => setTheme(value),
    })),
    ...languages.map(({ value, label }) => ({
      id: `language ${value}`,
      group: t('palette.language'),
      label: t('preferences.languageNamed', { name: label }),
      run: () => void chooseLanguage(value === 'auto' ? undefined : value),
    })),
    {
      id: 'preferences',
      group: t('palette.account'),
      label: t('preferences.title'),
      run: onPreferences,
    },
    { id: 'shortcuts', group: t('palette.help'), label: t('keys.title'), run: onShortcuts },
    {
      id: 'sign-out',
      group: t('palette.account'),
      label: t('account.signOut'),
      run: () => void signOut(),
    },
  ];
}

/** Periods and comparisons, of the page shown where it has them and of the overview otherwise. */
function useScopeCommands(): readonly Command[] {
  const { t } = useTexts();
  const goTo = useGoTo();
  const parts = useShownScope();
  const [, change] = useAddress();
  const show = (part: 'range' | 'compare', key: string, value: string) =>
    parts.includes(part)
      ? change((before) => ({ ...before, [key]: value }))
      : goTo('/', { [key]: value });
  return [
    ...TIMEFRAME_GROUPS.flatMap((group) => group.timeframes).map((timeframe) => ({
      id: `r ${timeframe}`,
      group: t('palette.period'),
      label: t(`timeframe.${timeframe}`),
      run: () => show('range', 'r', timeframe),
    })),
    ...COMPARES.map((compare) => ({
      id: `c ${compare}`,
      group: t('palette.comparison'),
      label: t(`compare.${compare}`),
      run: () => show('compare', 'c', compare),
    })),
  ];
}

/** The parts of the scope that the page at this address has. */
function useShownScope(): readonly ScopePart[] {
  const shown = useMatches().at(-1);
  return pageAt(shown?.fullPath)?.scope ?? [];
}
