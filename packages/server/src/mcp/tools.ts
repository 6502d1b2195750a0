import type { CallToolResult, Tool } from '@modelcontextprotocol/server';
import { type Download, isOffered, type Operation } from '@olympus/contract';
import { Problem } from '@olympus/core';

/** An answer past this many characters would fill the reader's mind with one call. */
const maxAnswerCharacters = 200_000;

/** Name of an operation as a tool; dots are not allowed in it. */
export const toolName = ({ id }: Pick<Operation, 'id'>): string => id.replaceAll('.', '_');

/** Whether an operation can be a tool: it answers once, with something to read. */
export const isTool = (operation: Operation): boolean =>
  isOffered(operation, 'mcp') &&
  operation.upload === undefined &&
  !['stream', 'redirect'].includes(operation.answer.kind);

/** An operation as a tool. */
export function toTool(operation: Operation): Tool {
  const { summary, description, answer, repeats, method } = operation;
  const output = answer.kind === 'json' ? plain(answer.schema) : undefined;
  return {
    name: toolName(operation),
    title: summary,
    description: [`${summary}.`, description].filter((line) => line !== undefined).join(' '),
    inputSchema: { ...plain(operation.input), type: 'object' },
    ...(output?.type === 'object' ? { outputSchema: { ...output, type: 'object' as const } } : {}),
    annotations: {
      readOnlyHint: repeats === 'safe',
      idempotentHint: repeats !== 'once',
      destructiveHint: repeats !== 'safe' && method !== 'POST',
      openWorldHint: false,
    },
  };
}

/** A schema as it travels. */
const plain = (schema: unknown): Record<string, unknown> => JSON.parse(JSON.stringify(schema));

/**
 * What a handler gave, as text to read and, where the tool declares its shape, as a value.
 * @throws Problem `answer_too_large`
 */
export async function toToolResult(operation: Operation, given: unknown): Promise<CallToolResult> {
  if (operation.answer.kind === 'file') return fileResult(given as Download);
  if (given === undefined) return { content: [{ type: 'text', text: 'Done.' }] };
  const text = bounded(JSON.stringify(given));
  const value: unknown = JSON.parse(text);
  return {
    content: [{ type: 'text', text }],
    ...(isObject(value) ? { structuredContent: value } : {}),
  };
}

async function fileResult({ body, mediaType, name }: Download): Promise<CallToolResult> {
  if (typeof body === 'string') return { content: [{ type: 'text', text: bounded(body) }] };
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body instanceof Uint8Array ? [body] : body) {
    bytes += chunk.byteLength;
    if (bytes > maxAnswerCharacters) throw tooLarge();
    chunks.push(chunk);
  }
  const content = Buffer.concat(chunks);
  if (/^text\/|json/.test(mediaType)) {
    return { content: [{ type: 'text', text: content.toString('utf8') }] };
  }
  const resource = {
    uri: `file:///${encodeURIComponent(name ?? 'file')}`,
    mimeType: mediaType,
    blob: content.toString('base64'),
  };
  return { content: [{ type: 'resource', resource }] };
}

function bounded(text: string): string {
  if (text.length > maxAnswerCharacters) throw tooLarge();
  return text;
}

function tooLarge(): Problem {
  return new Problem({
    code: 'answer_too_large',
    kind: 'too_large',
    message: `The answer has more than ${maxAnswerCharacters} characters`,
    remedy: 'Ask for less: fewer rows with limit, a shorter time, a coarser grain.',
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
