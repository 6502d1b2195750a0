import { PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react';
import { Bell } from '../inbox/bell.js';
import { useTexts } from '../messages/use-texts.js';
import { usePageTitles } from '../pages/current-page.js';
import type { Page, PageGroup } from '../pages/define-page.js';
import { PageLink } from '../pages/page-link.js';
import { navigationOf, pages } from '../pages/registry.js';
import { useTenants } from '../session/use-tenants.js';
import { Button } from '../ui/button.js';
import { AccountMenu } from './account-menu.js';
import { TenantSwitcher } from './tenant-switcher.js';

interface SidebarProps {
  readonly narrow: boolean;
  readonly onSearch: () => void;
  readonly onShortcuts: () => void;
  readonly onPreferences: () => void;
  /** Wide screens: makes the bar narrow or wide. */
  readonly onToggle?: () => void;
  /** After a page or tenant was chosen. */
  readonly onNavigate?: () => void;
}

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function Sidebar({
  narrow,
  onSearch,
  onShortcuts,
  onPreferences,
  onToggle,
  onNavigate,
}: SidebarProps) {
  const { t } = useTexts();
  const { tenant } = useTenants();
  return (
    <div className="flex h-full min-h-0 flex-col gap-2 p-2">
      <TenantSwitcher narrow={narrow} {...(onNavigate ? { onSelect: onNavigate } : {})} />
      <button
        type="button"
        onClick={onSearch}
        aria-label={narrow ? t('shell.search') : undefined}
        aria-keyshortcuts="Control+K Meta+K"
        className="flex min-h-8 w-full shrink-0 items-center gap-2 rounded-control border border-border-soft px-2 text-text-3 transition-colors hover:bg-surface-2 hover:text-text pointer-coarse:min-h-11"
      >
        <Search size={15} aria-hidden="true" className="mx-0.5 shrink-0" />
        {!narrow && (
          <>
            <span className="min-w-0 flex-1 truncate text-start">{t('shell.searchButton')}</span>
            <kbd className="whitespace-nowrap font-sans text-xs">{MAC ? '⌘' : 'Ctrl '}K</kbd>
          </>
        )}
      </button>
      <nav aria-label={t('shell.pages')} className="min-h-0 flex-1 overflow-y-auto">
        {navigationOf(pages, tenant).map((entry) => (
          <Group key={entry.group} {...entry} narrow={narrow} onNavigate={onNavigate} />
        ))}
      </nav>
      <div className={`flex gap-1 ${narrow ? 'flex-col items-center' : 'items-center'}`}>
        <AccountMenu narrow={narrow} onShortcuts={onShortcuts} onPreferences={onPreferences} />
        {onToggle && <Bell />}
        {onToggle && (
          <Button
            look="icon"
            onClick={onToggle}
            aria-label={narrow ? t('shell.widen') : t('shell.narrow')}
          >
            {narrow ? (
              <PanelLeftOpen size={16} aria-hidden="true" className="rtl:-scale-x-100" />
            ) : (
              <PanelLeftClose size={16} aria-hidden="true" className="rtl:-scale-x-100" />
            )}
          </Button>
        )}
      </div>
    </div>
  );
}

function Group({
  group,
  pages: shown,
  narrow,
  onNavigate,
}: {
  readonly group: PageGroup;
  readonly pages: readonly Page[];
  readonly narrow: boolean;
  readonly onNavigate: (() => void) | undefined;
}) {
  const { t } = useTexts();
  const titleOf = usePageTitles();
  const name = group === 'top' ? undefined : t(`group.${group}`);
  return (
    <div className={narrow && name ? 'mt-2 border-border-soft border-t pt-2' : 'mt-3 first:mt-1'}>
      {!narrow && name && (
        <p aria-hidden="true" className="px-2 pb-1 font-medium text-text-3 text-xs">
          {name}
        </p>
      )}
      <ul aria-label={name}>
        {shown.map(({ path, title, icon: Icon }) => (
          <li key={path}>
            <PageLink
              to={path}
              {...(onNavigate ? { onClick: onNavigate } : {})}
              title={narrow ? titleOf(title) : undefined}
              className="-outline-offset-2 flex min-h-8 items-center gap-2 rounded-control px-2 font-medium text-text-2 transition-colors hover:bg-surface-2 hover:text-text aria-[current=page]:bg-accent-tint aria-[current=page]:text-accent pointer-coarse:min-h-11"
            >
              <Icon size={16} aria-hidden="true" className="mx-0.5 shrink-0" />
              <span className={narrow ? 'sr-only' : 'min-w-0 truncate'}>{titleOf(title)}</span>
            </PageLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
