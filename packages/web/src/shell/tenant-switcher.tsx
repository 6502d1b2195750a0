import { ChevronsUpDown } from 'lucide-react';
import { useTexts } from '../messages/use-texts.js';
import { useTenants } from '../session/use-tenants.js';
import { Logo } from '../ui/logo.js';
import { Menu, MenuChoices, MenuLabel } from '../ui/menu.js';

/** The tenant looked at and, where there are more, the way to another. */
export function TenantSwitcher({
  narrow,
  onSelect,
}: {
  readonly narrow: boolean;
  readonly onSelect?: () => void;
}) {
  const { t } = useTexts();
  const { tenant, tenants, select } = useTenants();
  const face = (
    <>
      <Logo size={28} />
      <span className={narrow ? 'sr-only' : 'min-w-0 flex-1 text-start'}>
        <span className="sr-only">{t('shell.shop')}</span>
        <span className="block truncate font-semibold text-md">{tenant?.name ?? 'Olympus'}</span>
        <span className="block truncate text-text-3 text-xs">
          {tenant
            ? `${tenant.currency} · ${tenant.time_zone.replaceAll('_', ' ')}`
            : t('shell.noShop')}
        </span>
      </span>
    </>
  );
  const look = `flex min-h-12 w-full items-center gap-2.5 rounded-control ${narrow ? 'justify-center' : 'px-1.5'}`;
  if (tenants.length < 2) return <div className={look}>{face}</div>;
  return (
    <Menu
      label={t('shell.shops')}
      trigger={
        <button
          type="button"
          className={`${look} transition-colors hover:bg-surface-2 data-[state=open]:bg-surface-2`}
        >
          {face}
          <span className="sr-only">{t('shell.switchShop')}</span>
          {!narrow && (
            <ChevronsUpDown size={14} aria-hidden="true" className="shrink-0 text-text-3" />
          )}
        </button>
      }
    >
      <MenuLabel>{t('shell.shops')}</MenuLabel>
      <MenuChoices
        value={tenant?.id ?? ''}
        choices={tenants.map(({ id, name, demo, currency }) => ({
          value: id,
          label: name,
          hint: demo ? t('shell.sampleShop') : currency,
        }))}
        onChange={(id) => {
          select(id);
          onSelect?.();
        }}
      />
    </Menu>
  );
}
