import type { ActList } from '@olympus/sdk';
import { EllipsisVertical, GripVertical, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../messages/use-texts.js';
import { Button } from '../../ui/button.js';
import { ComboboxField } from '../../ui/combobox-field.js';
import { type Choice, Menu, MenuAction } from '../../ui/menu.js';
import { funnelTexts } from '../texts.js';
import type { BuiltStep } from '../written-act.js';
import { useFilterText } from './filter-text.js';
import { StepDialog } from './step-dialog.js';

interface StepRowProps {
  readonly tenantId: string;
  readonly acts: ActList;
  readonly choices: readonly Choice<string>[];
  readonly step: BuiltStep;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly onChange: (step: BuiltStep) => void;
  readonly onRemove: () => void;
  readonly onMove: (to: number) => void;
  /** Another step was dropped on this one. */
  readonly onTake: (from: number) => void;
}

/** One step: its act, how it is called and filtered, and its place among the others. */
export function StepRow(props: StepRowProps) {
  const { acts, step, index, count, onChange, onRemove, onMove } = props;
  const { t } = useTexts(funnelTexts);
  const filterText = useFilterText(acts);
  const [editing, setEditing] = useState(false);
  const [over, setOver] = useState(false);
  const number = index + 1;
  const atEnd = index === 0 || index === count - 1;
  const chips = [
    ...(step.label ? [step.label] : []),
    ...(step.optional && !atEnd ? [t('optionalChip')] : []),
    ...step.filters.map(filterText),
  ];
  return (
    <li
      className={`rounded-control border ${over ? 'border-accent' : 'border-transparent'}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('application/x-step')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const from = Number(event.dataTransfer.getData('application/x-step'));
        if (!Number.isSafeInteger(from) || from === index) return;
        event.preventDefault();
        props.onTake(from);
      }}
    >
      <div className="flex items-center gap-1">
        <button
          type="button"
          draggable
          aria-label={t('move', { number })}
          onDragStart={(event) => {
            event.dataTransfer.setData('application/x-step', String(index));
            event.dataTransfer.effectAllowed = 'move';
          }}
          onKeyDown={(event) => {
            const to = { ArrowUp: index - 1, ArrowDown: index + 1 }[event.key];
            if (to === undefined) return;
            event.preventDefault();
            if (to >= 0 && to < count) onMove(to);
          }}
          className="flex h-9 w-6 shrink-0 cursor-grab items-center justify-center rounded-control text-text-3 hover:text-text pointer-coarse:h-11"
        >
          <GripVertical size={14} aria-hidden="true" />
        </button>
        <span
          aria-hidden="true"
          className="flex size-6 shrink-0 items-center justify-center rounded-full bg-surface-2 font-medium text-text-2 text-xs"
        >
          {number}
        </span>
        <div className="min-w-0 flex-1 ps-1">
          <ComboboxField
            label={t('step', { number })}
            labelHidden
            value={step.act}
            choices={props.choices}
            onChange={(act) => onChange({ act, filters: [], optional: step.optional })}
          />
        </div>
        <Menu
          align="end"
          label={t('more', { number })}
          trigger={
            <Button look="icon" aria-label={t('more', { number })}>
              <EllipsisVertical size={16} aria-hidden="true" />
            </Button>
          }
        >
          <MenuAction icon={<Pencil size={14} />} onSelect={() => setEditing(true)}>
            {t('edit')}
          </MenuAction>
          {count > 2 && (
            <MenuAction icon={<Trash2 size={14} />} onSelect={onRemove}>
              {t('remove')}
            </MenuAction>
          )}
        </Menu>
      </div>
      {chips.length > 0 && (
        <p className="ms-14 mt-1 flex flex-wrap gap-1 text-xs">
          {chips.map((chip) => (
            <span key={chip} className="chip max-w-full truncate bg-surface-2 px-1.5 text-text-2">
              {chip}
            </span>
          ))}
        </p>
      )}
      <StepDialog
        tenantId={props.tenantId}
        acts={acts}
        step={step}
        number={number}
        atEnd={atEnd}
        open={editing}
        onOpen={setEditing}
        onChange={onChange}
      />
    </li>
  );
}
