import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

/** What a server in a process of its own says while faults happen in it that nobody waits for. */
async function serveThroughFaults(): Promise<Record<'before' | 'after', unknown>> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const script = fileURLToPath(new URL('../testing/stray-faults-child.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', loader, '--conditions=source', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 110_000,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  expect(code).toBe(0);
  return JSON.parse(output);
}

it('a fault that nobody waits for costs the process nothing but its good health', async () => {
  const { before, after } = await serveThroughFaults();
  expect(before).toEqual({ name: 'process', status: 'ok' });
  const seen = (count: number) => ({
    answer: 200,
    health: { name: 'process', status: 'degraded', detail: { stray_faults: count } },
  });
  expect(after).toMatchObject({
    inHandler: seen(1),
    inSubscriber: seen(2),
    inJob: seen(3),
    inSchedule: seen(4),
    inBackground: seen(5),
  });
}, 120_000);
