import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Runner } from '../runner.js';

export function addUserCommands(program: Command, run: Runner): void {
  program
    .command('user')
    .description('People who may sign in')
    .command('create <email>')
    .description('Make an account, and a role in a tenant')
    .option('--name <name>', 'what to call them')
    .option('--tenant <id>', 'tenant to give a role in')
    .option('--role <role>', 'owner, analyst, viewer or ingest', 'viewer')
    .option('--operator', 'may do everything on every tenant')
    .option('--password-file <file>', 'file with the password ("-" for standard input)')
    .action(
      (
        email: string,
        options: {
          name?: string;
          tenant?: string;
          role: string;
          operator?: boolean;
          passwordFile?: string;
        },
      ) =>
        run(async ({ terminal, connection }) => {
          const { name, tenant, operator, passwordFile } = options;
          // never as an argument: those can be read by everybody on the machine
          const password =
            passwordFile === undefined
              ? undefined
              : readFileSync(passwordFile === '-' ? 0 : passwordFile, 'utf8').trimEnd();
          const user = await connection.call<{ id: string; email: string }>({
            method: 'POST',
            path: '/api/users',
            body: { email, name, password, operator },
          });
          if (tenant !== undefined) {
            await connection.call({
              method: 'PUT',
              path: `/api/tenants/${encodeURIComponent(tenant)}/users/${encodeURIComponent(email)}`,
              body: { role: options.role },
            });
          }
          if (terminal.json) return terminal.printJson({ ...user, tenant, role: options.role });
          const role = tenant === undefined ? '' : `, ${options.role} of ${tenant}`;
          terminal.print(`Made an account for ${user.email}${role}.`);
          if (password === undefined) {
            terminal.note(`They sign in by a link: olympus link --email ${email}`);
          }
        }),
    );

  program
    .command('link')
    .description('Make a one-time sign-in link')
    .option('--email <email>', 'for whom (by default the first operator)')
    .option('--minutes <n>', 'how long it works', '60')
    .action((options: { email?: string; minutes: string }) =>
      run(async ({ terminal, connection }) => {
        const link = await connection.run('accounts.link', {
          ...(options.email === undefined ? {} : { email: options.email }),
          minutes: Number(options.minutes),
        });
        if (terminal.json) return terminal.printJson(link);
        terminal.print(link.url);
        if (connection.to === 'folder') {
          terminal.note('No server is running; start one to follow the link.');
        }
      }),
    );
}
