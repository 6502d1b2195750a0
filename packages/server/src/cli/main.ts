import { runCommandLine } from './program.js';

process.exitCode = await runCommandLine(process.argv.slice(2), process.env, {
  stdout: process.stdout,
  stderr: process.stderr,
});
// whatever still holds the process, such as a connection that goes on retrying, is not waited for
setTimeout(() => process.exit(), 1_000).unref();
