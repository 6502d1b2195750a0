import { readFileSync } from 'node:fs';
import { Problem } from '@olympus/core';
import type { Command } from 'commander';
import type { Runner } from '../runner.js';
import { printTable } from '../terminal.js';

interface Letter {
  readonly id: string;
  readonly status: string;
  readonly type: string | null;
  readonly source: string;
  readonly code: string;
  readonly reason: string;
  readonly path: string | null;
  readonly received_at: string;
  readonly raw: string;
}

interface ReplayResult {
  readonly dead_letter_id: string;
  readonly outcome: string;
  readonly error?: { readonly reason: string };
}

export function addDeadLetterCommands(program: Command, run: Runner): void {
  const group = program.command('dead-letters').description('Events that could not be stored');

  group
    .command('list')
    .description('List them, newest first')
    .requiredOption('--tenant <id>', 'tenant')
    .option('--status <status>', 'open, replayed or discarded', 'open')
    .option('--limit <n>', 'how many at most', '50')
    .action((options: { tenant: string; status: string; limit: string }) =>
      run(async ({ terminal, connection }) => {
        const query = new URLSearchParams({ status: options.status, limit: options.limit });
        const { dead_letters } = await connection.call<{ dead_letters: readonly Letter[] }>({
          method: 'GET',
          path: `/api/tenants/${encodeURIComponent(options.tenant)}/dead-letters?${query}`,
        });
        if (terminal.json) return terminal.printJson(dead_letters);
        if (dead_letters.length === 0) return terminal.print('There are none.');
        terminal.print(
          printTable(
            [
              { title: 'id' },
              { title: 'received' },
              { title: 'type' },
              { title: 'door' },
              { title: 'code' },
              { title: 'reason' },
            ],
            dead_letters.map((letter) => [
              letter.id,
              letter.received_at.slice(0, 19).replace('T', ' '),
              letter.type ?? '',
              letter.source,
              letter.code,
              `${letter.path ?? ''} ${letter.reason}`.trim().slice(0, 80),
            ]),
          ),
        );
      }),
    );

  group
    .command('show <id>')
    .description('Show one with the event as it was received')
    .requiredOption('--tenant <id>', 'tenant')
    .action((id: string, options: { tenant: string }) =>
      run(async ({ terminal, connection }) => {
        const letter = await connection.run('dead_letters.get', { tenant_id: options.tenant, id });
        if (terminal.json) return terminal.printJson(letter);
        const { raw, ...facts } = letter;
        const lines = Object.entries(facts).map(([name, value]) => `${name}: ${value ?? ''}`);
        terminal.print(`${lines.join('\n')}\n\n${raw}`);
      }),
    );

  group
    .command('correct <id>')
    .description('Replace its event with the one in a file')
    .requiredOption('--tenant <id>', 'tenant')
    .requiredOption('--event <file>', 'file with the event as JSON ("-" for standard input)')
    .option('--replay', 'send it again at once')
    .action((id: string, options: { tenant: string; event: string; replay?: boolean }) =>
      run(async ({ terminal, connection }) => {
        const text = readFileSync(options.event === '-' ? 0 : options.event, 'utf8');
        const letter = await connection.run('dead_letters.correct', {
          tenant_id: options.tenant,
          id,
          event: parseEvent(text, options.event) as object,
        });
        if (options.replay !== true) {
          if (terminal.json) return terminal.printJson(letter);
          return terminal.print(`Corrected ${id}. Send it with: olympus dead-letters replay ${id}`);
        }
        const result = await connection.run('dead_letters.replay_one', {
          tenant_id: options.tenant,
          id,
        });
        if (terminal.json) return terminal.printJson(result);
        terminal.print(describeReplay(result));
      }),
    );

  group
    .command('replay [ids...]')
    .description('Send them through the door again; all open ones with --all')
    .requiredOption('--tenant <id>', 'tenant')
    .option('--all', 'every open one, up to 1,000')
    .action((ids: string[], options: { tenant: string; all?: boolean }) =>
      run(async ({ terminal, connection }) => {
        if (ids.length === 0 && options.all !== true) {
          throw new Problem({
            code: 'nothing_to_replay',
            kind: 'invalid',
            message: 'It is not said which dead letters to send again',
            remedy: 'Name their ids, or use --all.',
          });
        }
        const { results } = await connection.run('dead_letters.replay', {
          tenant_id: options.tenant,
          ...(ids.length === 0 ? { all: true as const } : { ids }),
        });
        if (terminal.json) return terminal.printJson(results);
        terminal.print(results.map(describeReplay).join('\n') || 'There are none.');
      }),
    );

  group
    .command('discard <id>')
    .description('Give one up')
    .requiredOption('--tenant <id>', 'tenant')
    .action((id: string, options: { tenant: string }) =>
      run(async ({ terminal, connection }) => {
        const letter = await connection.run('dead_letters.discard', {
          tenant_id: options.tenant,
          id,
        });
        if (terminal.json) terminal.printJson(letter);
        else terminal.print(`Gave up ${id}.`);
      }),
    );
}

function parseEvent(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem({
      code: 'malformed_json',
      kind: 'invalid',
      message: `${file} does not hold JSON`,
      at: file,
      cause,
    });
  }
}

function describeReplay({ dead_letter_id, outcome, error }: ReplayResult): string {
  return `${dead_letter_id}: ${outcome}${error === undefined ? '' : ` (${error.reason})`}`;
}
