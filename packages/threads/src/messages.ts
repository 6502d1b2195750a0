import type { Logger } from '@olympus/core';
import type { SentFault } from './fault.js';

/** What a thread is started with. */
export interface ThreadData {
  /** The module of the thread's own code, for the loader of TypeScript sources. */
  readonly entry: string;
  readonly data: unknown;
}

/** To the thread. */
export type ThreadRequest =
  | {
      readonly id: number;
      readonly method: string;
      readonly args: readonly unknown[];
      /** Whether `abort` may follow. */
      readonly abortable: boolean;
    }
  | { readonly abort: number }
  | { readonly id: number; readonly close: true };

/** From the thread. The answer to `openedId` says whether it opened. */
export type ThreadAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly json: string | undefined }
  | { readonly id: number; readonly fault: SentFault }
  | { readonly id: number; readonly progress: unknown }
  | { readonly log: keyof Logger; readonly fields: object; readonly message: string };

export const openedId = 0;
