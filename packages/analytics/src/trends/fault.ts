import { Problem } from '@olympus/core';

/** What is wrong with a question about trends, where, and what to do. */
export const refuse = (code: string, message: string, at: string, remedy: string): Problem =>
  new Problem({ code, kind: 'invalid', message, at, remedy });
