import type { AskAnswer, Frame, Question } from '@olympus/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { announce } from '../app/announcer.js';
import { olympus } from '../app/client.js';
import { isSignedOut } from '../app/faults.js';
import type { Translate } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { SESSION_KEY } from '../session/use-session.js';
import { conversationsQuery } from './questions.js';

/** One question of a thread, and what came of it. */
export interface Turn {
  readonly id: number;
  readonly question: string;
  /** The frame that is asked for instead of the question's words. */
  readonly frame: Frame | undefined;
  readonly answer: AskAnswer | undefined;
  readonly error: unknown;
  readonly pending: boolean;
}

export interface Thread {
  /** Newest first. */
  readonly turns: readonly Turn[];
  readonly ask: (question: string) => void;
  /** Asks a turn again, with a frame that was chosen for it, or as it is. */
  readonly again: (turn: Turn, frame?: Frame) => void;
  readonly clear: () => void;
}

let lastId = 0;

/** A conversation with one shop. Each answer is the ground of the next question. */
export function useThread(tenantId: string): Thread {
  const queries = useQueryClient();
  const { t } = useTexts();
  const say = useRef(t);
  say.current = t;
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const conversation = useRef<string | undefined>(undefined);
  const running = useRef<AbortController | undefined>(undefined);

  const send = useCallback(
    async (turn: Turn) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const change = (part: Partial<Turn>) =>
        setTurns((before) =>
          before.map((one) => (one.id === turn.id ? { ...one, pending: false, ...part } : one)),
        );
      const question: Question = {
        tenant_id: tenantId,
        question: turn.question,
        ...(conversation.current === undefined ? {} : { conversation_id: conversation.current }),
        ...(turn.frame === undefined ? {} : { frame: turn.frame }),
      };
      try {
        const answer = await olympus.ask.question(question, { signal: controller.signal });
        conversation.current = answer.conversation_id;
        change({ answer, error: undefined });
        announce(spokenOutcome(answer, say.current));
        void queries.invalidateQueries({ queryKey: conversationsQuery.key(tenantId) });
      } catch (error) {
        if (controller.signal.aborted) {
          change({});
          return;
        }
        change({ error });
        if (isSignedOut(error)) void queries.invalidateQueries({ queryKey: SESSION_KEY });
      }
    },
    [tenantId, queries],
  );

  const ask = useCallback(
    (question: string) => {
      const turn: Turn = {
        id: ++lastId,
        question,
        frame: undefined,
        answer: undefined,
        error: undefined,
        pending: true,
      };
      setTurns((before) => [turn, ...before]);
      void send(turn);
    },
    [send],
  );
  const again = useCallback(
    (turn: Turn, frame?: Frame) => {
      const next = { ...turn, frame: frame ?? turn.frame, pending: true, error: undefined };
      setTurns((before) => before.map((one) => (one.id === turn.id ? next : one)));
      void send(next);
    },
    [send],
  );
  const clear = useCallback(() => {
    running.current?.abort();
    conversation.current = undefined;
    setTurns([]);
  }, []);
  return { turns, ask, again, clear };
}

function spokenOutcome({ outcome, insights }: AskAnswer, t: Translate): string {
  switch (outcome.kind) {
    case 'answer':
      return t('ask.spokenAnswer', {
        reading: outcome.interpretation,
        insight: insights[0]?.text ?? '',
      });
    case 'clarify':
      return t('ask.spokenChoices', {
        question: outcome.question,
        count: outcome.options.length,
      });
    case 'decline':
      return outcome.message;
  }
}
