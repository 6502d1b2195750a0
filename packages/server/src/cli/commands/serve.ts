import { type DemoFilled, presetIds } from '@olympus/demo';
import { type Command, Option } from 'commander';
import type { CommandContext, Runner } from '../runner.js';
import { serve } from '../serve.js';
import { waitForJob } from '../wait-for-job.js';

export function addServeCommands(
  program: Command,
  run: Runner,
  context: () => CommandContext,
): void {
  program
    .command('serve')
    .description('Serve the web page and the API until stopped')
    .action(async () => {
      const { settings, terminal } = context();
      await serve(settings, terminal);
    });

  program
    .command('demo')
    .description('Fill a tenant with a simulated shop, or bring it up to now')
    .addOption(new Option('--preset <name>', 'which shop').choices(presetIds).default(presetIds[0]))
    .action((options: { preset: (typeof presetIds)[number] }) =>
      run(async ({ terminal, connection }) => {
        const { job } = await connection.run('demo.fill', { preset: options.preset });
        const result = await waitForJob<DemoFilled>(job, undefined, 'Simulating a shop', {
          terminal,
          connection,
        });
        if (terminal.json) return terminal.printJson(result);
        const { tenant, events } = result;
        terminal.print(`Sent ${events.toLocaleString('en')} events of the tenant ${tenant}.`);
        if (connection.to === 'folder') terminal.note('See them with: olympus serve');
      }),
    );
}
