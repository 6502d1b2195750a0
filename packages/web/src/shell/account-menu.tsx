import { Keyboard, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { setTheme, type Theme, useTheme } from '../app/theme.js';
import { useSession, useSignOut } from '../session/use-session.js';
import type { Choice } from '../ui/menu.js';
import { Menu, MenuAction, MenuChoices, MenuDivider, MenuLabel } from '../ui/menu.js';

export const THEMES: readonly Choice<Theme>[] = [
  { value: 'light', label: 'Light', icon: <Sun size={14} aria-hidden="true" /> },
  { value: 'dark', label: 'Dark', icon: <Moon size={14} aria-hidden="true" /> },
  { value: 'system', label: 'Like the system', icon: <Monitor size={14} aria-hidden="true" /> },
];

/** Who is signed in, how the page looks, and the way out. */
export function AccountMenu({
  narrow,
  onShortcuts,
}: {
  readonly narrow: boolean;
  readonly onShortcuts: () => void;
}) {
  const user = useSession().data?.user;
  const theme = useTheme();
  const signOut = useSignOut();
  if (!user) return null;
  const name = user.name || user.email;
  return (
    <Menu
      side="top"
      label="Account"
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
            <span className="sr-only">Account: </span>
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
      <MenuLabel>Theme</MenuLabel>
      <MenuChoices value={theme} choices={THEMES} onChange={setTheme} />
      <MenuDivider />
      <MenuAction onSelect={onShortcuts} icon={<Keyboard size={14} aria-hidden="true" />}>
        Keyboard shortcuts
      </MenuAction>
      <MenuAction onSelect={() => void signOut()} icon={<LogOut size={14} aria-hidden="true" />}>
        Sign out
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
