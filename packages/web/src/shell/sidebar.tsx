import { Link } from '@tanstack/react-router';
import { PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react';
import { Button } from '../ui/button.js';
import { AccountMenu } from './account-menu.js';
import { PAGE_GROUPS, withoutQuestion } from './pages.js';
import { TenantSwitcher } from './tenant-switcher.js';

interface SidebarProps {
  readonly narrow: boolean;
  readonly onSearch: () => void;
  readonly onShortcuts: () => void;
  /** Wide screens: makes the bar narrow or wide. */
  readonly onToggle?: () => void;
  /** After a page or tenant was chosen. */
  readonly onNavigate?: () => void;
}

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function Sidebar({ narrow, onSearch, onShortcuts, onToggle, onNavigate }: SidebarProps) {
  return (
    <div className="flex h-full min-h-0 flex-col gap-2 p-2">
      <TenantSwitcher narrow={narrow} {...(onNavigate ? { onSelect: onNavigate } : {})} />
      <button
        type="button"
        onClick={onSearch}
        aria-label={narrow ? 'Search or jump' : undefined}
        aria-keyshortcuts="Control+K Meta+K"
        className="flex min-h-8 w-full items-center gap-2 rounded-control border border-border-soft px-2 text-text-3 transition-colors hover:bg-surface-2 hover:text-text pointer-coarse:min-h-11"
      >
        <Search size={15} aria-hidden="true" className="mx-0.5 shrink-0" />
        {!narrow && (
          <>
            <span className="flex-1 text-left">Search or jump…</span>
            <kbd className="font-sans text-xs">{MAC ? '⌘' : 'Ctrl '}K</kbd>
          </>
        )}
      </button>
      <nav aria-label="Pages" className="min-h-0 flex-1 overflow-y-auto">
        {PAGE_GROUPS.map((group) => (
          <div key={group.label} className="mt-2">
            {!narrow && !group.bare && (
              <p id={`nav-${group.label}`} className="px-2 pb-1 font-medium text-text-3 text-xs">
                {group.label}
              </p>
            )}
            <ul aria-label={group.label}>
              {group.pages.map(({ path, label, icon: Icon }) => (
                <li key={path}>
                  <Link
                    to={path}
                    search={withoutQuestion}
                    {...(onNavigate ? { onClick: onNavigate } : {})}
                    activeProps={{ 'aria-current': 'page' }}
                    title={narrow ? label : undefined}
                    className="flex min-h-8 items-center gap-2 rounded-control px-2 font-medium text-text-2 transition-colors hover:bg-surface-2 hover:text-text aria-[current=page]:bg-accent-tint aria-[current=page]:text-accent pointer-coarse:min-h-11"
                  >
                    <Icon size={16} aria-hidden="true" className="mx-0.5 shrink-0" />
                    <span className={narrow ? 'sr-only' : ''}>{label}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className={`flex gap-1 ${narrow ? 'flex-col items-center' : 'items-center'}`}>
        <AccountMenu narrow={narrow} onShortcuts={onShortcuts} />
        {onToggle && (
          <Button
            look="icon"
            onClick={onToggle}
            aria-label={narrow ? 'Widen navigation' : 'Narrow navigation'}
          >
            {narrow ? (
              <PanelLeftOpen size={16} aria-hidden="true" />
            ) : (
              <PanelLeftClose size={16} aria-hidden="true" />
            )}
          </Button>
        )}
      </div>
    </div>
  );
}
