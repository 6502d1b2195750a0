import type { DeadLetter } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { faultText } from '../app/faults.js';
import { useMoments } from '../app/use-moments.js';
import { JsonField, useJsonFault } from '../json/json-field.js';
import { JsonView } from '../json/json-view.js';
import { printJson, readJsonObject } from '../json/print-json.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { permits } from '../session/permissions.js';
import { Button } from '../ui/button.js';
import { Drawer } from '../ui/drawer.js';
import { Facts } from '../ui/facts.js';
import { deadLetterQuery } from './dead-letters-query.js';
import { useReasons } from './reason-texts.js';
import { eventOf } from './reasons.js';
import { deadLetterTexts } from './texts.js';
import type { useDeeds } from './use-deeds.js';

/** One dead letter: why it failed and where, what was sent, and what to do about it. */
export function LetterDrawer({
  id,
  listed,
  deeds,
  onDiscard,
  onClose,
}: {
  readonly id: string | undefined;
  /** The letter as the list has it, until it is loaded by itself. */
  readonly listed: DeadLetter | undefined;
  readonly deeds: ReturnType<typeof useDeeds>;
  readonly onDiscard: (letter: DeadLetter) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTexts(deadLetterTexts);
  const tenant = useTenant();
  const moment = useMoments();
  const reason = useReasons();
  const form = useId();
  const [editing, setEditing] = useState<string | undefined>();
  const query = useQuery({
    ...deadLetterQuery.options(tenant.id, id ?? ''),
    enabled: id !== undefined,
    retry: false,
  });
  const letter = query.data ?? listed;
  const mayChange = letter?.status === 'open' && permits(tenant, ['dead_letters:write']);
  const edits = mayChange && editing === letter.id;
  const busy = deeds.replay.isPending || deeds.correct.isPending;
  const close = () => {
    setEditing(undefined);
    deeds.correct.reset();
    onClose();
  };
  return (
    <Drawer
      open={id !== undefined}
      onClose={close}
      title={letter ? (letter.type ?? t('noType')) : t('list')}
      subtitle={letter && t(`status.${letter.status}`)}
      footer={
        mayChange &&
        (edits ? (
          <>
            <Button look="primary" type="submit" form={form} value="send" disabled={busy}>
              {t(busy ? 'replaying' : 'saveAndSend')}
            </Button>
            <Button type="submit" form={form} value="save" disabled={busy} className="min-h-9">
              {t('save')}
            </Button>
            <Button onClick={() => setEditing(undefined)} className="min-h-9">
              {t('cancel')}
            </Button>
          </>
        ) : (
          <>
            <Button look="primary" onClick={() => setEditing(letter.id)}>
              {t('correct')}
            </Button>
            <Button
              className="min-h-9"
              disabled={busy}
              onClick={() => deeds.replay.mutate([letter.id])}
            >
              {t(busy ? 'replaying' : 'replay')}
            </Button>
            <Button className="min-h-9" onClick={() => onDiscard(letter)}>
              {t('discard')}
            </Button>
          </>
        ))
      }
    >
      {letter ? (
        <div className="space-y-5">
          <div className="chip rounded-control bg-bad-tint px-3 py-2 text-bad">
            <p className="font-medium">{reason(letter.code)}</p>
            <p className="[overflow-wrap:anywhere]">{letter.reason}</p>
            {letter.path && <code className="font-mono text-xs">{letter.path}</code>}
          </div>
          {edits ? (
            <CorrectForm
              key={letter.id}
              id={form}
              letter={letter}
              deeds={deeds}
              onSaved={() => setEditing(undefined)}
            />
          ) : (
            <>
              <Facts
                facts={[
                  [
                    t('code'),
                    <code key="code" className="font-mono text-xs">
                      {letter.code}
                    </code>,
                  ],
                  [t('step'), isStep(letter.step) ? t(`step.${letter.step}`) : letter.step],
                  [t('source'), letter.source],
                  [t('received'), moment(letter.received_at)],
                ]}
              />
              <section>
                <h3 className="mb-2 font-semibold text-md">{t('json')}</h3>
                <JsonView
                  value={eventOf(letter)}
                  fault={{ pointer: letter.path, reason: letter.reason }}
                  label={t('json')}
                />
              </section>
            </>
          )}
        </div>
      ) : (
        query.isError && <p className="text-text-2">{t('gone')}</p>
      )}
    </Drawer>
  );
}

const STEPS = ['parse', 'validate', 'project'] as const;

function isStep(step: string): step is (typeof STEPS)[number] {
  return STEPS.some((one) => one === step);
}

function CorrectForm({
  id,
  letter,
  deeds,
  onSaved,
}: {
  readonly id: string;
  readonly letter: DeadLetter;
  readonly deeds: ReturnType<typeof useDeeds>;
  readonly onSaved: () => void;
}) {
  const { t } = useTexts(deadLetterTexts);
  const jsonFault = useJsonFault();
  const event = eventOf(letter);
  const [text, setText] = useState(
    typeof event === 'string'
      ? event
      : printJson(event)
          .map((line) => line.text)
          .join('\n'),
  );
  const [tried, setTried] = useState(false);
  const { correct } = deeds;
  const read = readJsonObject(text);
  const submit = (submitted: FormEvent<HTMLFormElement>) => {
    submitted.preventDefault();
    setTried(true);
    if (!('value' in read) || correct.isPending) return;
    const { nativeEvent } = submitted;
    const button = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
    const send = !(button instanceof HTMLButtonElement && button.value === 'save');
    correct.mutate({ id: letter.id, event: read.value, send }, { onSuccess: onSaved });
  };
  return (
    <form id={id} onSubmit={submit}>
      <JsonField
        label={t('corrected')}
        value={text}
        rows={20}
        onChange={(next) => {
          setText(next);
          correct.reset();
        }}
        error={(tried ? jsonFault(read) : undefined) ?? faultText(correct.error)}
      />
    </form>
  );
}
