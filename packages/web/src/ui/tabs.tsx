import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import type { Choice } from './menu.js';

/** Views of one page beside each other. Keep the chosen one in the address: see `usePageSearch`. */
export function Tabs<Value extends string>({
  label,
  value,
  tabs,
  onChange,
  children,
}: {
  readonly label: string;
  readonly value: Value;
  readonly tabs: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  /** What the chosen tab shows. */
  readonly children: ReactNode;
}) {
  return (
    <Radix.Root
      value={value}
      onValueChange={(next) => {
        const tab = tabs.find((one) => one.value === next);
        if (tab) onChange(tab.value);
      }}
    >
      <Radix.List
        aria-label={label}
        className="flex gap-1 overflow-x-auto border-border-soft border-b"
      >
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className="-mb-px inline-flex min-h-9 items-center gap-2 whitespace-nowrap border-transparent border-b-2 px-3 font-medium text-text-2 -outline-offset-2 hover:text-text data-[state=active]:border-accent data-[state=active]:text-accent pointer-coarse:min-h-11"
          >
            {tab.icon}
            {tab.label}
            {tab.hint && <span className="text-text-3 text-xs">{tab.hint}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      <Radix.Content value={value} className="pt-4">
        {children}
      </Radix.Content>
    </Radix.Root>
  );
}
