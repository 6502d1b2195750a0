import type { AskAnswer, Frame, ProposedSynonym } from '@olympus/sdk';
import { CircleHelp, Info, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { announce } from '../app/announcer.js';
import { olympus } from '../app/client.js';
import { useTexts } from '../messages/use-texts.js';
import { Button } from '../ui/button.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { AnswerView } from './answer-view.js';
import { HighlightedQuestion } from './highlighted-question.js';
import { CHIP_ROLES } from './roles.js';
import type { Turn } from './use-thread.js';

interface TurnCardProps {
  readonly turn: Turn;
  /** The newest: follow-ups go on from it. */
  readonly latest: boolean;
  readonly canKeep: boolean;
  readonly tenantId: string;
  readonly onAsk: (question: string) => void;
  readonly onAgain: (turn: Turn, frame?: Frame) => void;
}

/** A question, how it was read, and its answer. */
export function TurnCard({ turn, latest, canKeep, tenantId, onAsk, onAgain }: TurnCardProps) {
  const { t } = useTexts();
  const id = useId();
  const { answer, question } = turn;
  const card = useRef<HTMLElement>(null);
  const outcome = answer?.outcome;
  useEffect(() => {
    if (latest) card.current?.scrollIntoView({ block: 'nearest' });
  }, [latest]);
  const spans = outcome && answer?.question === question ? outcome.spans : [];
  return (
    <section
      ref={card}
      aria-labelledby={id}
      aria-busy={turn.pending}
      className="card relative min-w-0 scroll-mt-20 overflow-hidden"
    >
      {turn.pending && answer && (
        <div aria-hidden="true" className="absolute inset-x-0 top-0 h-0.5 overflow-hidden">
          <div className="h-full w-1/3 animate-progress bg-accent" />
        </div>
      )}
      <div className="px-4 pt-3 pb-4">
        <h2 id={id} className="font-semibold text-lg">
          <HighlightedQuestion question={question} spans={spans} />
        </h2>
        {turn.error !== undefined && (
          <div className="mt-3">
            <ProblemPanel
              error={turn.error}
              what={t('ask.failed')}
              onRetry={() => onAgain(turn)}
              retrying={turn.pending}
            />
          </div>
        )}
        {!answer && turn.pending && <Waiting />}
        {!answer && !turn.pending && turn.error === undefined && (
          <p className="mt-3 flex items-center gap-3 text-text-2">
            {t('ask.overtaken')}
            <Button onClick={() => onAgain(turn)}>{t('ask.again')}</Button>
          </p>
        )}
        {answer && outcome?.kind === 'answer' && (
          <>
            <Reading answer={answer} onFrame={(frame) => onAgain(turn, frame)} />
            {answer.data && <AnswerView answer={answer} data={answer.data} />}
            {outcome.synonym && canKeep && (
              <KeepWord tenantId={tenantId} synonym={outcome.synonym} />
            )}
          </>
        )}
        {outcome?.kind === 'clarify' && (
          <div className="mt-3">
            <p className="flex items-center gap-2 text-md">
              <CircleHelp size={16} aria-hidden="true" className="shrink-0 text-info" />
              {outcome.question}
            </p>
            <ul className="mt-2 flex flex-col items-start gap-2">
              {outcome.options.map(({ label, frame }) => (
                <li key={label} className="max-w-full">
                  <Button
                    onClick={() => onAgain(turn, frame)}
                    className="max-w-full py-1 text-start whitespace-normal!"
                  >
                    {label}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        )}
        {outcome?.kind === 'decline' && (
          <p className="mt-3 flex items-start gap-2 text-md [overflow-wrap:anywhere]">
            <Info size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-warn" />
            {outcome.message}
          </p>
        )}
        {answer && latest && outcome?.kind !== 'clarify' && (
          <Suggestions
            label={outcome?.kind === 'decline' ? t('ask.canAnswer') : t('ask.goOn')}
            suggestions={answer.suggestions}
            onAsk={onAsk}
          />
        )}
      </div>
    </section>
  );
}

function Waiting() {
  return (
    <div className="mt-3 space-y-2" aria-hidden="true">
      <div className="skeleton h-5 w-2/3" />
      <div className="skeleton h-40 w-full" />
    </div>
  );
}

/** What was understood: each part can be taken away, and every guess is told. */
function Reading({
  answer,
  onFrame,
}: {
  readonly answer: AskAnswer;
  readonly onFrame: (frame: Frame) => void;
}) {
  const { t, locale } = useTexts();
  const { outcome, chips } = answer;
  if (outcome.kind !== 'answer') return null;
  const kindOf = (kind: string) => {
    const role = CHIP_ROLES[kind];
    return role ? t(`ask.role.${role}`) : kind;
  };
  const unsure = outcome.confidence < 0.75;
  return (
    <div className="mt-1">
      <p className="text-text-2">
        <span className="text-text-3">{t('ask.readAs')}</span>
        {outcome.interpretation}
        {unsure && (
          <span className="chip ms-2 rounded-sm bg-warn-tint px-1.5 font-medium text-warn text-xs">
            {t('ask.unsure', {
              share: outcome.confidence.toLocaleString(locale, { style: 'percent' }),
            })}
          </span>
        )}
      </p>
      {chips.length > 0 && (
        <ul aria-label={t('ask.parts')} className="mt-2 flex flex-wrap gap-1.5">
          {chips.map((chip) => (
            <li
              key={chip.id}
              className="chip inline-flex min-h-7 max-w-full items-center gap-1 rounded-control bg-surface-2 ps-2"
            >
              <span className="text-text-3 text-xs">{kindOf(chip.kind)}</span>
              <span className={`truncate font-medium ${chip.without ? '' : 'pe-2'}`}>
                {chip.label}
              </span>
              {chip.without && <RemoveChip chip={chip} onFrame={onFrame} />}
            </li>
          ))}
        </ul>
      )}
      {outcome.assumptions.length > 0 && (
        <ul className="mt-2 space-y-0.5 text-text-2 text-xs">
          {outcome.assumptions.map((assumption) => (
            <li key={assumption} className="flex items-start gap-1.5">
              <Info size={13} aria-hidden="true" className="mt-px shrink-0 text-info" />
              <span>
                <span className="sr-only">{t('ask.assumed')}</span>
                {assumption}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function RemoveChip({
  chip,
  onFrame,
}: {
  readonly chip: AskAnswer['chips'][number];
  readonly onFrame: (frame: Frame) => void;
}) {
  const { t } = useTexts();
  const { without, label } = chip;
  if (!without) return null;
  return (
    <button
      type="button"
      aria-label={t('ask.without', { part: label })}
      title={t('ask.without', { part: label })}
      onClick={() => onFrame(without)}
      className="inline-flex size-7 shrink-0 items-center justify-center rounded-control text-text-3 hover:text-text pointer-coarse:size-11"
    >
      <X size={13} aria-hidden="true" />
    </button>
  );
}

function Suggestions({
  label,
  suggestions,
  onAsk,
}: {
  readonly label: string;
  readonly suggestions: readonly string[];
  readonly onAsk: (question: string) => void;
}) {
  if (suggestions.length === 0) return null;
  return (
    <div className="mt-4">
      <p className="text-text-3 text-xs">{label}</p>
      <ul className="mt-1 flex flex-wrap gap-2">
        {suggestions.map((suggestion) => (
          <li key={suggestion} className="max-w-full">
            <Button
              onClick={() => onAsk(suggestion)}
              className="max-w-full py-1 text-start whitespace-normal!"
            >
              {suggestion}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A correction taught a word: the shop can keep it for everyone. */
function KeepWord({
  tenantId,
  synonym,
}: {
  readonly tenantId: string;
  readonly synonym: ProposedSynonym;
}) {
  const { t } = useTexts();
  const [state, setState] = useState<'offered' | 'keeping' | 'kept' | 'failed'>('offered');
  const keep = async () => {
    setState('keeping');
    try {
      await olympus.ask.keepSynonym({ tenant_id: tenantId, ...synonym });
      setState('kept');
      announce(t('ask.keptSpoken'));
    } catch {
      setState('failed');
    }
  };
  if (state === 'kept') {
    return <p className="mt-3 text-good">{t('ask.kept', { phrase: synonym.phrase })}</p>;
  }
  return (
    <p className="mt-3 flex flex-wrap items-center gap-2 text-text-2">
      {t('ask.keepAsk', { phrase: synonym.phrase })}
      <Button onClick={() => void keep()} disabled={state === 'keeping'}>
        {t('ask.keep')}
      </Button>
      {state === 'failed' && (
        <span role="alert" className="text-bad">
          {t('ask.keepFailed')}
        </span>
      )}
    </p>
  );
}
