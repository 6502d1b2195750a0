import type { ActList } from '@olympus/sdk';
import { Plus } from 'lucide-react';
import { announce } from '../../app/announcer.js';
import { useTexts } from '../../messages/use-texts.js';
import { Button } from '../../ui/button.js';
import { funnelTexts } from '../texts.js';
import type { BuiltFunnel } from '../use-funnel.js';
import type { BuiltStep } from '../written-act.js';
import { useActChoices } from './act-choices.js';
import { StepRow } from './step-row.js';

const MOST = 10;

/** The steps in their order: each can be changed, moved by arrow keys or dragging, and removed. */
export function StepsList({
  tenantId,
  acts,
  funnel,
  onChange,
}: {
  readonly tenantId: string;
  readonly acts: ActList;
  readonly funnel: BuiltFunnel;
  readonly onChange: (part: Partial<BuiltFunnel>) => void;
}) {
  const { t } = useTexts(funnelTexts);
  const { steps } = funnel;
  const choices = useActChoices(
    acts,
    steps.map(({ act }) => act),
  );
  const put = (next: readonly BuiltStep[]) => {
    const last = next.length - 1;
    const checked = next.map((step, index) =>
      index === 0 || index === last ? { ...step, optional: undefined } : step,
    );
    // an exclusion between steps that are no longer there, or no longer required, is between all
    const required = (number: number | undefined) =>
      number === undefined || (number <= next.length && checked[number - 1]?.optional !== true);
    const exclusions = funnel.exclusions.map((exclusion) =>
      required(exclusion.after) && required(exclusion.before)
        ? exclusion
        : { act: exclusion.act, filters: exclusion.filters },
    );
    onChange({ steps: checked, exclusions });
  };
  const move = (from: number, to: number) => {
    const next = [...steps];
    const [step] = next.splice(from, 1);
    if (step === undefined) return;
    next.splice(to, 0, step);
    put(next);
    announce(t('moved', { number: to + 1 }));
  };
  const unused = acts.acts.find(
    ({ act, count }) => (count ?? 0) > 0 && !steps.some((step) => step.act === act),
  );
  return (
    <section aria-labelledby="funnel-steps">
      <h2 id="funnel-steps" className="mb-2 font-semibold text-md">
        {t('steps')}
      </h2>
      <ol className="space-y-2">
        {steps.map((step, index) => (
          <StepRow
            // rows keep the focus when they are moved by keys: what counts is the place
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={index}
            tenantId={tenantId}
            acts={acts}
            choices={choices}
            step={step}
            index={index}
            count={steps.length}
            onChange={(next) => put(steps.map((one, at) => (at === index ? next : one)))}
            onRemove={() => put(steps.filter((_, at) => at !== index))}
            onMove={(to) => {
              move(index, to);
              focusHandle(to);
            }}
            onTake={(from) => move(from, index)}
          />
        ))}
      </ol>
      {steps.length < MOST && (
        <Button
          className="mt-2 ms-7"
          onClick={() =>
            put([
              ...steps,
              { act: unused?.act ?? steps.at(-1)?.act ?? 'order.placed', filters: [] },
            ])
          }
        >
          <Plus size={14} aria-hidden="true" />
          {t('addStep')}
        </Button>
      )}
    </section>
  );
}

/** The handle goes along with its step. */
function focusHandle(index: number): void {
  const handles = document.querySelectorAll<HTMLElement>(
    '[aria-labelledby="funnel-steps"] button[draggable]',
  );
  handles[index]?.focus();
}
