import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import jobsRoom from '@olympus/jobs/room';
import { expect, it, vi } from 'vitest';
import { eventsOfEveryType } from './testing/event-of-every-type.js';
import { filesHolding } from './testing/files-holding.js';
import { openTestServer } from './testing/test-server.js';

/** Starts an erasure in a process of its own and kills that in the middle. */
async function eraseUntilKilled(folder: string, customer: string): Promise<void> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const script = fileURLToPath(new URL('./testing/erase-child.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--import', loader, '--conditions=source', script, folder, customer],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise<void>((resolve, reject) => {
    let began = false;
    child.stdout.on('data', (chunk: Buffer) => {
      if (!chunk.toString().includes('clearing')) return;
      began = true;
      child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (began) resolve();
      else reject(new Error(`the child ended by itself with ${code}`));
    });
  });
}

it('completes an erasure whose process was killed in the middle', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'olympus-erase-'));
  const customer = 'anna-customer-4711';
  const words = eventsOfEveryType(customer, 'A').flatMap(({ undeclared }) => undeclared);
  await eraseUntilKilled(folder, customer);
  const server = await openTestServer(folder);
  const jobs = server.olympus.service(jobsRoom);
  await vi.waitFor(
    async () => {
      const [job] = await jobs.list('all', { kind: 'privacy.erase' });
      expect({ state: job?.state, attempts: job?.attempts }).toEqual({
        state: 'succeeded',
        attempts: 2,
      });
    },
    { timeout: 240_000, interval: 300 },
  );
  expect(filesHolding(folder, [...words, customer])).toEqual({});
  const response = await fetch(`${server.url}/api/tenants/one/erasures`, {
    headers: { authorization: `Bearer ${server.adminToken}` },
  });
  expect(await response.json()).toMatchObject({
    erasures: [{ valid: true, receipt: { outcome: 'erased' } }],
  });
  await server.close();
});
