import type { ReactNode } from 'react';
import type { ScopePart } from '../pages/define-page.js';
import type { AnsweredTime } from '../scope/scope-bar.js';
import type { useScope } from '../scope/use-scope.js';
import { PageFrame } from '../shell/page-frame.js';
import type { useChoices } from './use-choices.js';

/** What a view asked for, and what it shows of the answer. */
export interface Asked {
  readonly answered: AnsweredTime | undefined;
  readonly isPlaceholderData: boolean;
  readonly isFetching: boolean;
  readonly isPending: boolean;
  readonly scopeParts: readonly ScopePart[];
  readonly content: ReactNode;
}

export interface ViewProps {
  readonly choices: ReturnType<typeof useChoices>;
  readonly control: ReturnType<typeof useScope>;
  /** Puts what a view shows into the page. */
  readonly frame: (asked: Asked) => ReactNode;
}

export function ViewFrame({
  asked,
  children,
}: {
  readonly asked: Asked;
  readonly children: ReactNode;
}) {
  return (
    <PageFrame
      answered={asked.answered}
      pending={asked.isPlaceholderData}
      busy={asked.isFetching}
      refreshing={asked.isFetching && !asked.isPending}
      scopeParts={asked.scopeParts}
    >
      {children}
    </PageFrame>
  );
}
