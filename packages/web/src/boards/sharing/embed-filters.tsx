import type { QueryFilter } from '@olympus/sdk';
import { ListFilter } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { FilterChips } from '../../scope/filter-chips.js';
import { FilterForm } from '../../scope/filter-form.js';
import { Button } from '../../ui/button.js';
import { embedTexts } from './embed-texts.js';

/** What of the business an embedding shows; none: all of it. */
export function EmbedFilters({
  filters,
  onChange,
}: {
  readonly filters: readonly QueryFilter[];
  readonly onChange: (filters: readonly QueryFilter[]) => void;
}) {
  const { t } = useTexts(embedTexts);
  const tenant = useTenant();
  const [open, setOpen] = useState(false);
  return (
    <fieldset className="space-y-1.5">
      <legend className="mb-1 font-medium text-sm">{t('part')}</legend>
      <div className="flex flex-wrap items-center gap-2">
        <FilterChips filters={filters} onChange={onChange} tenantId={tenant.id} />
        <Popover.Root open={open} onOpenChange={setOpen}>
          <Popover.Trigger asChild>
            <Button>
              <ListFilter size={14} aria-hidden="true" className="text-text-3" />
              {t('limit')}
            </Button>
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Content
              align="start"
              sideOffset={6}
              collisionPadding={8}
              aria-label={t('limit')}
              className="z-50 w-80 animate-pop rounded-card border border-border-soft bg-surface p-4 text-sm shadow-overlay outline-none"
            >
              <FilterForm
                tenantId={tenant.id}
                onAdd={(filter) => {
                  onChange([...filters, filter]);
                  setOpen(false);
                }}
              />
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
      </div>
      <p className="text-text-3 text-xs">{t('partHint')}</p>
    </fieldset>
  );
}
