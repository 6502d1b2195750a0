import { Command, CommanderError } from 'commander';
import { version } from '../server.js';
import { readSettings, type Settings } from '../settings.js';
import { describeFault, exitCodeOf, faultDocument } from './faults.js';
import { serve } from './serve.js';
import { createTerminal, type Terminal } from './terminal.js';

interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

export interface CommandContext {
  readonly settings: Settings;
  readonly terminal: Terminal;
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
    return 0;
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
  program
    .command('serve')
    .description('Serve the web page and the API until stopped')
    .option('--json', 'print machine-readable output')
    .action(async () => {
      const { settings, terminal } = context();
      await serve(settings, terminal);
    });
  return program;
}
