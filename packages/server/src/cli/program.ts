import { Command, CommanderError } from 'commander';
import { version } from '../server.js';
import { readSettings } from '../settings.js';
import { addAskCommand } from './commands/ask.js';
import { addCallCommand } from './commands/call.js';
import { addDeadLetterCommands } from './commands/dead-letters.js';
import { addImportCommand } from './commands/import.js';
import { addJobCommands } from './commands/jobs.js';
import { addMaintenanceCommands } from './commands/maintenance.js';
import { addPrivacyCommands } from './commands/privacy.js';
import { addQueryCommand } from './commands/query.js';
import { addServeCommands } from './commands/serve.js';
import { addKeyCommands, addTenantCommands } from './commands/tenants.js';
import { addUserCommands } from './commands/users.js';
import { describeFault, exitCodeOf, faultDocument } from './faults.js';
import { type CommandContext, createRunner } from './runner.js';
import { createTerminal } from './terminal.js';

interface Output {
  write(text: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
}

/** Runs one command line. @returns the exit code */
export async function runCommandLine(
  args: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
  output: { readonly stdout: Output; readonly stderr: Output },
): Promise<number> {
  const json = args.includes('--json');
  const terminal = createTerminal({ json, ...output });
  const context = (): CommandContext => ({
    settings: readSettings(variables, process.cwd()),
    terminal,
  });
  const program = createProgram(context, output);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return terminal.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 64;
    if (json) terminal.printJson({ error: faultDocument(error) });
    else terminal.note(describeFault(error));
    return exitCodeOf(error);
  }
}

function createProgram(
  context: () => CommandContext,
  output: { readonly stdout: Output; readonly stderr: Output },
): Command {
  const program = new Command('olympus')
    .description('Analytics for commerce on your own machine.')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.stdout.write(text),
      writeErr: (text) => output.stderr.write(text),
    });
  const run = createRunner(context);
  addServeCommands(program, run, context);
  addTenantCommands(program, run);
  addKeyCommands(program, run);
  addUserCommands(program, run);
  addImportCommand(program, run);
  addQueryCommand(program, run);
  addAskCommand(program, run);
  addDeadLetterCommands(program, run);
  addJobCommands(program, run);
  addPrivacyCommands(program, run);
  addMaintenanceCommands(program, run, context);
  addCallCommand(program, run);
  addJsonOption(program);
  return program;
}

/** Every command that does something can answer as JSON. */
function addJsonOption(command: Command): void {
  for (const child of command.commands) {
    if (child.commands.length === 0) child.option('--json', 'print machine-readable output');
    addJsonOption(child);
  }
}
