import { Keyboard, LogOut, SlidersHorizontal } from 'lucide-react';
import { setTheme, useTheme } from '../app/theme.js';
import { useTexts } from '../messages/use-texts.js';
import { useThemeChoices } from '../preferences/choices.js';
import { useSession, useSignOut } from '../session/use-session.js';
import { Menu, MenuAction, MenuChoices, MenuDivider, MenuLabel } from '../ui/menu.js';

/** Who is signed in, how the page looks, and the way out. */
export function AccountMenu({
  narrow,
  onShortcuts,
  onPreferences,
}: {
  readonly narrow: boolean;
  readonly onShortcuts: () => void;
  readonly onPreferences: () => void;
}) {
  const { t } = useTexts();
  const user = useSession().data?.user;
  const theme = useTheme();
  const themes = useThemeChoices();
  const signOut = useSignOut();
  if (!user) return null;
  const name = user.name || user.email;
  return (
    <Menu
      side="top"
      label={t('account.label')}
      trigger={
        <button
          type="button"
          className={`flex min-h-10 min-w-0 items-center gap-2.5 rounded-control transition-colors hover:bg-surface-2 data-[state=open]:bg-surface-2 ${narrow ? 'px-1' : 'flex-1 px-1.5'}`}
        >
          <span
            aria-hidden="true"
            className="flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-tint font-semibold text-accent text-xs"
          >
            {initials(name)}
          </span>
          <span className={narrow ? 'sr-only' : 'min-w-0 truncate font-medium'}>
            <span className="sr-only">{t('account.prefix')}</span>
            {name}
          </span>
        </button>
      }
    >
      <div className="px-2 pt-1.5 pb-1">
        <p className="font-medium">{user.name}</p>
        <p className="text-text-3 text-xs">{user.email}</p>
      </div>
      <MenuDivider />
      <MenuLabel>{t('preferences.theme')}</MenuLabel>
      <MenuChoices value={theme} choices={themes} onChange={setTheme} />
      <MenuDivider />
      <MenuAction
        onSelect={onPreferences}
        icon={<SlidersHorizontal size={14} aria-hidden="true" />}
      >
        {t('preferences.open')}
      </MenuAction>
      <MenuAction onSelect={onShortcuts} icon={<Keyboard size={14} aria-hidden="true" />}>
        {t('keys.title')}
      </MenuAction>
      <MenuAction
        onSelect={() => void signOut()}
        icon={<LogOut size={14} aria-hidden="true" className="rtl:-scale-x-100" />}
      >
        {t('account.signOut')}
      </MenuAction>
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.split(/[\s@.]+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('');
}
