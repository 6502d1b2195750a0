import { parseTenantId } from '@olympus/core';
import type { Message } from './local-bus.js';

/** What processes send each other: a message, or that some of the sender's were lost. */
export type Envelope = {
  /** The process that sent it. */
  readonly from: string;
  /** Rises with each envelope of a process: one that comes twice is told once. */
  readonly number: number;
} & ({ readonly message: Message } | { readonly lost: true });

export function printEnvelope(envelope: Envelope): string {
  return JSON.stringify(envelope);
}

/** @returns undefined for what is no envelope, such as one of a later release */
export function parseEnvelope(text: string): Envelope | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const { from, number, message, lost } = value;
  if (typeof from !== 'string' || typeof number !== 'number') return undefined;
  if (lost === true) return { from, number, lost };
  if (!isRecord(message) || typeof message.topic !== 'string') return undefined;
  const tenant = parseTenantId(message.tenant);
  if (message.tenant !== undefined && tenant === undefined) return undefined;
  return { from, number, message: { topic: message.topic, tenant, payload: message.payload } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
