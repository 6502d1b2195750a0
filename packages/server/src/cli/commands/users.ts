import type { Command } from 'commander';
import type { Runner } from '../runner.js';

export function addUserCommands(program: Command, run: Runner): void {
  const user = program.command('user').description('People who may sign in');

  user
    .command('create <email>')
    .description('Make an account; its person signs in by a link and chooses a password')
    .option('--name <name>', 'what to call them')
    .option('--operator', 'may do everything on every tenant')
    .action((email: string, options: { name?: string; operator?: boolean }) =>
      run(async ({ terminal, connection }) => {
        const made = await connection.run('accounts.create', { email, ...options });
        if (terminal.json) return terminal.printJson(made);
        terminal.print(`Made an account for ${made.email}.`);
        terminal.note(`They sign in by a link: olympus link --email ${made.email}`);
      }),
    );

  user
    .command('invite <email>')
    .description('Invite somebody to work at a tenant; prints the link to pass on')
    .requiredOption('--tenant <id>', 'tenant to work at')
    .option('--role <role>', 'owner, analyst, viewer or ingest', 'viewer')
    .option('--name <name>', 'what to call them')
    .option('--hours <n>', 'how long the link works', '168')
    .action(
      (email: string, options: { tenant: string; role: string; name?: string; hours: string }) =>
        run(async ({ terminal, connection }) => {
          const { tenant, role, name, hours } = options;
          const made = await connection.call<{ url: string }>({
            method: 'POST',
            path: `/api/tenants/${encodeURIComponent(tenant)}/invitations`,
            body: { email, role, name, hours: Number(hours) },
          });
          if (terminal.json) return terminal.printJson(made);
          // the link alone goes to stdout, so that it can be caught by a script
          terminal.note(`Whoever opens this link chooses a password and is ${role} of ${tenant}:`);
          terminal.print(made.url);
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
