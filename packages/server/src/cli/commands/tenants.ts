import type { Command } from 'commander';
import type { Runner } from '../runner.js';
import { printTable } from '../terminal.js';

interface TenantAnswer {
  readonly id: string;
  readonly name: string;
  readonly time_zone: string;
  readonly currency: string;
  readonly demo: boolean;
}

/** A name as an id: "Müller & Söhne" → "muller-sohne". */
function idFromName(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);
}

export function addTenantCommands(program: Command, run: Runner): void {
  const tenant = program.command('tenant').description('Businesses whose data is kept apart');

  tenant
    .command('create <name>')
    .description('Make a tenant')
    .option('--id <id>', 'its id in addresses (by default made from the name)')
    .option('--timezone <zone>', 'IANA time zone of its calendar', 'UTC')
    .option('--currency <code>', 'currency of its books, ISO 4217', 'EUR')
    .option('--week-start <day>', 'monday, sunday or saturday', 'monday')
    .option('--locale <tag>', 'language tag for numbers and dates', 'en')
    .action(
      (
        name: string,
        options: {
          id?: string;
          timezone: string;
          currency: string;
          weekStart: string;
          locale: string;
        },
      ) =>
        run(async ({ terminal, connection }) => {
          const created = await connection.call<TenantAnswer>({
            method: 'POST',
            path: '/api/tenants',
            body: {
              id: options.id ?? idFromName(name),
              name,
              time_zone: options.timezone,
              currency: options.currency,
              week_start: options.weekStart,
              locale: options.locale,
            },
          });
          if (terminal.json) terminal.printJson(created);
          else {
            terminal.print(
              `Made the tenant ${created.id} (${created.name}, ${created.currency}, ${created.time_zone}).`,
            );
          }
        }),
    );

  tenant
    .command('list')
    .description('List the tenants')
    .action(() =>
      run(async ({ terminal, connection }) => {
        const { tenants } = await connection.run('tenants.list', {});
        if (terminal.json) return terminal.printJson(tenants);
        terminal.print(
          printTable(
            [{ title: 'id' }, { title: 'name' }, { title: 'time zone' }, { title: 'currency' }],
            tenants.map((one) => [one.id, one.name, one.time_zone, one.currency]),
          ),
        );
      }),
    );
}

export function addKeyCommands(program: Command, run: Runner): void {
  const key = program.command('key').description('API keys of a tenant');
  const defaultScopes = 'events:write,analytics:read,model:read';

  key
    .command('create')
    .description('Make an API key; its secret is shown this once')
    .requiredOption('--tenant <id>', 'tenant the key is for')
    .option('--scopes <list>', 'permissions, comma separated', defaultScopes)
    .option('--name <name>', 'what the key is for', 'command line')
    .option('--expires-at <time>', 'when it ends, RFC 3339')
    .action((options: { tenant: string; scopes: string; name: string; expiresAt?: string }) =>
      run(async ({ terminal, connection }) => {
        const scopes = options.scopes.split(',').map((scope) => scope.trim());
        const made = await connection.run('keys.create', {
          tenant_id: options.tenant,
          name: options.name,
          scopes: scopes.filter((scope) => scope !== ''),
          ...(options.expiresAt === undefined ? {} : { expires_at: options.expiresAt }),
        });
        if (terminal.json) return terminal.printJson(made);
        // the secret alone goes to stdout, so that it can be caught by a script
        terminal.note(`Key ${made.id} for ${options.tenant}. It is shown only now:`);
        terminal.print(made.secret);
      }),
    );

  key
    .command('list')
    .description('List API keys')
    .requiredOption('--tenant <id>', 'tenant')
    .action((options: { tenant: string }) =>
      run(async ({ terminal, connection }) => {
        const { keys } = await connection.run('keys.list', { tenant_id: options.tenant });
        if (terminal.json) return terminal.printJson(keys);
        terminal.print(
          printTable(
            [
              { title: 'id' },
              { title: 'name' },
              { title: 'starts with' },
              { title: 'status' },
              { title: 'scopes' },
            ],
            keys.map((one) => [one.id, one.name, one.hint, one.status, one.scopes.join(' ')]),
          ),
        );
      }),
    );

  key
    .command('revoke <id>')
    .description('End an API key at once')
    .requiredOption('--tenant <id>', 'tenant')
    .action((id: string, options: { tenant: string }) =>
      run(async ({ terminal, connection }) => {
        await connection.run('keys.revoke', { tenant_id: options.tenant, id });
        if (terminal.json) terminal.printJson({ revoked: id });
        else terminal.print(`The key ${id} no longer works.`);
      }),
    );
}
