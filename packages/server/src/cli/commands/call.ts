import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { areaOf, isOffered, type Operation } from '@olympus/contract';
import { Problem } from '@olympus/core';
import type { Command } from 'commander';
import { contracts } from '../../contracts.generated.js';
import type { Input } from '../../operations/dispatcher.js';
import { toRequest } from '../../operations/to-request.js';
import { flagsOf, inputOf, requireValid } from '../call/flags.js';
import { readMessages } from '../call/messages.js';
import type { Call } from '../connection.js';
import type { ConnectedContext, Runner } from '../runner.js';

interface Options extends Readonly<Record<string, unknown>> {
  readonly input?: string;
  readonly file?: string;
  readonly type?: string;
  readonly out?: string;
  readonly tenant?: string;
  readonly messages?: string;
}

const operations = contracts
  .flatMap(({ operations }) => operations)
  .filter((operation) => isOffered(operation, 'call') && operation.answer.kind !== 'redirect');

/** Every operation as a command, with flags made from its input. */
export function addCallCommand(program: Command, run: Runner): void {
  const call = program
    .command('call')
    .description('Call any operation: olympus call OPERATION [flags]; --list shows them')
    .usage('OPERATION [flags]')
    .option('--list', 'list all operations')
    .helpCommand(false)
    .configureHelp({ visibleCommands: () => [] })
    .addHelpText('after', '\nolympus call --list shows the operations, --help after one its flags.')
    .argument('[operation]', 'id of the operation')
    .action((name: string | undefined, options: { readonly list?: boolean }) => {
      if (name !== undefined) throw unknownOperation(name);
      if (options.list !== true) return call.help({ error: true });
      call.configureOutput().writeOut?.(`${listOf(operations)}\n`);
    });
  for (const operation of operations) addOperation(call, operation, run);
}

function addOperation(call: Command, operation: Operation, run: Runner): void {
  const { id, summary, description, answer } = operation;
  const command = call
    .command(id)
    .description([`${summary}.`, description].filter((line) => line !== undefined).join('\n'))
    .option('--input <json>', 'the input as a JSON object; "-" reads it from standard input');
  for (const flag of flagsOf(operation)) command.addOption(flag);
  if (takesFile(operation)) {
    command.option('--file <file>', 'file to send ("-" for standard input)');
    command.option('--type <type>', 'media type of the file');
  }
  if (operation.tenant === 'sender') command.requiredOption('--tenant <id>', 'tenant to send for');
  if (answer.kind === 'file') command.option('--out <file>', 'write the answer there');
  if (answer.kind === 'stream') command.option('--messages <n>', 'end after so many messages');
  command.action((options: Options) => run((context) => perform(operation, options, context)));
}

const takesFile = ({ bytes, upload }: Operation): boolean =>
  bytes !== undefined || upload !== undefined;

async function perform(
  operation: Operation,
  options: Options,
  context: ConnectedContext,
): Promise<void> {
  const { terminal, connection } = context;
  const asked = toCall(operation, options);
  switch (operation.answer.kind) {
    case 'stream':
      return follow(options, asked, context);
    case 'file': {
      const { content } = await connection.open(asked);
      if (options.out !== undefined) return pipeline(content, createWriteStream(options.out));
      for await (const chunk of content) terminal.write(chunk);
      return;
    }
    default: {
      const answer = await connection.call<unknown>(asked);
      if (answer === undefined) terminal.note('Done.');
      else terminal.printJson(answer);
    }
  }
}

/** Prints a message a line until as many came as were asked for, or the command is interrupted. */
async function follow(
  { messages = '0' }: Options,
  asked: Call,
  { terminal, connection }: ConnectedContext,
): Promise<void> {
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  process.once('SIGINT', stop);
  let left = Number(messages);
  try {
    const { content } = await connection.open({ ...asked, signal: stopped.signal });
    for await (const message of readMessages(content)) {
      terminal.print(message);
      left -= 1;
      if (left === 0) return;
    }
  } catch (error) {
    if (!stopped.signal.aborted) throw error;
  } finally {
    process.off('SIGINT', stop);
    stop();
  }
}

function toCall(operation: Operation, options: Options): Call {
  const input = inputOf(operation, options, wholeInput(options.input));
  const { file, tenant } = options;
  const { body = '' } = operation;
  // a file stands for the member that is the body
  requireValid(operation, file === undefined || body === '' ? input : { ...input, [body]: null });
  const { method, path, body: value } = toRequest(operation, input);
  const types = (operation.upload ?? operation.bytes)?.mediaTypes ?? [];
  return {
    method,
    path,
    ...(tenant === undefined ? {} : { headers: { 'olympus-tenant': tenant } }),
    ...(file === undefined
      ? { body: value }
      : { text: { content: contentOf(file), type: options.type ?? types[0] ?? '' } }),
  };
}

const contentOf = (file: string): AsyncIterable<Uint8Array> =>
  file === '-' ? process.stdin : createReadStream(file);

function wholeInput(given: string | undefined): Input {
  if (given === undefined) return {};
  const text = given === '-' ? readFileSync(0, 'utf8') : given;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Input;
    }
  } catch {
    // told below
  }
  throw new Problem({
    code: 'malformed_json',
    kind: 'invalid',
    message: '--input does not hold a JSON object',
    remedy: `Write it like --input '{"tenant_id":"shop"}'.`,
    at: '--input',
  });
}

function unknownOperation(name: string): Problem {
  return new Problem({
    code: 'unknown_operation',
    kind: 'invalid',
    message: `There is no operation ${name}`,
    remedy: 'olympus call --list shows them.',
  });
}

function listOf(all: readonly Operation[]): string {
  const width = Math.max(...all.map(({ id }) => id.length));
  const areas = [...new Set(all.map(areaOf))];
  return areas
    .map((area) => {
      const lines = all
        .filter((operation) => areaOf(operation) === area)
        .map(({ id, summary }) => `  ${id.padEnd(width)}  ${summary}`);
      return [area, ...lines].join('\n');
    })
    .join('\n\n');
}
