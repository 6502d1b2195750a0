import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ChevronsDownUp,
  ChevronsLeftRight,
  ChevronsRightLeft,
  ChevronsUpDown,
  type LucideIcon,
} from 'lucide-react';
import { useTexts } from '../../messages/use-texts.js';
import type { Step } from '../layout/grid.js';
import { editorTexts } from './texts.js';

const STEPS: readonly { readonly step: Step; readonly icon: LucideIcon }[] = [
  { step: 'left', icon: ArrowLeft },
  { step: 'up', icon: ArrowUp },
  { step: 'down', icon: ArrowDown },
  { step: 'right', icon: ArrowRight },
  { step: 'wider', icon: ChevronsLeftRight },
  { step: 'narrower', icon: ChevronsRightLeft },
  { step: 'taller', icon: ChevronsUpDown },
  { step: 'shorter', icon: ChevronsDownUp },
];

/** A tile moved and resized without a pointer; in sight while the tile has the focus or the pointer. */
export function ArrangeBar({
  title,
  onStep,
}: {
  readonly title: string;
  readonly onStep: (step: Step) => void;
}) {
  const { t } = useTexts(editorTexts);
  return (
    <div
      role="toolbar"
      aria-label={t('arrange', { title })}
      className="absolute start-1/2 bottom-1.5 z-10 flex max-w-[calc(100%-12px)] -translate-x-1/2 flex-wrap justify-center rounded-control border border-border-soft bg-surface opacity-0 shadow-overlay transition-opacity focus-within:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100 rtl:translate-x-1/2"
    >
      {STEPS.map(({ step, icon: Icon }) => (
        <button
          key={step}
          type="button"
          data-step={step}
          aria-label={t(`step.${step}`)}
          title={t(`step.${step}`)}
          onClick={() => onStep(step)}
          className="inline-flex size-7 items-center justify-center rounded-control text-text-2 hover:bg-surface-2 hover:text-text pointer-coarse:size-9"
        >
          <Icon size={13} aria-hidden="true" className="rtl:-scale-x-100" />
        </button>
      ))}
    </div>
  );
}
