import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';

const SURFACE =
  'z-50 max-h-[min(420px,var(--radix-dropdown-menu-content-available-height))] min-w-48 animate-pop overflow-y-auto rounded-card border border-border-soft bg-surface p-1 text-sm shadow-overlay';
const ITEM =
  'flex min-h-8 cursor-pointer select-none items-center gap-2 rounded-control px-2 py-1 outline-none data-[highlighted]:bg-surface-2 data-[disabled]:cursor-not-allowed data-[disabled]:text-text-3 pointer-coarse:min-h-11';

interface MenuProps {
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  readonly align?: 'start' | 'end';
  readonly side?: 'top' | 'bottom' | 'right';
  readonly label?: string;
  /** Where something else than the trigger opens it. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  /** Where the focus goes when it closes; the trigger if left out. */
  readonly onCloseAutoFocus?: (event: Event) => void;
}

/** A menu under a button. It does not block the page behind it. */
export function Menu({
  trigger,
  children,
  align = 'start',
  side = 'bottom',
  label,
  onCloseAutoFocus,
  ...control
}: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} {...control}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={SURFACE}
          {...(onCloseAutoFocus ? { onCloseAutoFocus } : {})}
          {...(label ? { 'aria-label': label, 'aria-labelledby': undefined } : {})}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return (
    <DropdownMenu.Label className="px-2 pt-2 pb-1 text-xs font-medium text-text-3">
      {children}
    </DropdownMenu.Label>
  );
}

export function MenuDivider() {
  return <DropdownMenu.Separator className="my-1 h-px bg-border-soft" />;
}

export function MenuAction({
  onSelect,
  icon,
  children,
}: {
  readonly onSelect: () => void;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <DropdownMenu.Item onSelect={onSelect} className={ITEM}>
      {icon && <span className="text-text-3">{icon}</span>}
      {children}
    </DropdownMenu.Item>
  );
}

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly icon?: ReactNode;
}

/** One of several, the chosen one ticked. */
export function MenuChoices<Value extends string>({
  value,
  choices,
  onChange,
}: {
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
}) {
  return (
    <DropdownMenu.RadioGroup
      value={value}
      onValueChange={(next) => {
        const choice = choices.find((candidate) => candidate.value === next);
        if (choice) onChange(choice.value);
      }}
    >
      {choices.map((choice) => (
        <DropdownMenu.RadioItem key={choice.value} value={choice.value} className={ITEM}>
          {choice.icon && <span className="text-text-3">{choice.icon}</span>}
          <span className="min-w-0 flex-1 truncate">{choice.label}</span>
          {choice.hint && <span className="text-xs text-text-3">{choice.hint}</span>}
          <span className="flex size-4 shrink-0 items-center justify-center text-accent">
            <DropdownMenu.ItemIndicator>
              <Check size={14} aria-hidden="true" />
            </DropdownMenu.ItemIndicator>
          </span>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}
