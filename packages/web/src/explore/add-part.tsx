import { Plus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { Button } from '../ui/button.js';
import { ComboboxField } from '../ui/combobox-field.js';
import type { Choice } from '../ui/menu.js';

/** A button that adds one of many, found by typing. */
export function AddPart({
  label,
  field,
  choices,
  onAdd,
  children,
}: {
  readonly label: string;
  readonly field: string;
  readonly choices: readonly Choice<string>[];
  readonly onAdd: (value: string) => void;
  /** More ways, under the list. */
  readonly children?: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button>
          <Plus size={14} aria-hidden="true" className="text-text-3" />
          {label}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
          className="z-40 w-80 max-w-[calc(100vw-16px)] animate-pop space-y-4 rounded-card border border-border-soft bg-surface p-4 text-sm shadow-overlay outline-none"
        >
          <ComboboxField
            label={field}
            value=""
            choices={choices}
            onChange={(value) => {
              onAdd(value);
              setOpen(false);
            }}
          />
          {children?.(() => setOpen(false))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
