import type { QuestionSpan } from '@olympus/sdk';

/** A stretch of a question; without a role it was passed over. */
export interface QuestionPart {
  readonly text: string;
  readonly from: number;
  readonly role: QuestionSpan['role'] | undefined;
}

/** The question cut at its spans, whole and in order; of overlapping spans the first one counts. */
export function partsOf(question: string, spans: readonly QuestionSpan[]): readonly QuestionPart[] {
  const parts: QuestionPart[] = [];
  let at = 0;
  const pass = (to: number) => {
    if (to > at) parts.push({ text: question.slice(at, to), from: at, role: undefined });
  };
  for (const { from, to, role } of [...spans].sort((a, b) => a.from - b.from)) {
    if (from < at || to <= from || to > question.length) continue;
    pass(from);
    parts.push({ text: question.slice(from, to), from, role });
    at = to;
  }
  pass(question.length);
  return parts;
}
