import { cpSync, mkdtempSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestServer, startTestServer } from './testing/test-server.js';

let kept: string;
beforeEach(() => {
  kept = mkdtempSync(join(tmpdir(), 'olympus-kept-'));
});
afterEach(() => rmSync(kept, { recursive: true, force: true }));

/** A stopped installation of its own, with one event, in the folder `name`. */
async function stoppedInstallation(name: string): Promise<string> {
  const server = await startTestServer();
  const key = await server.key('one', 'events:write');
  const answer = await fetch(`${server.url}/api/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id: name, type: 'page.viewed', data: { path: '/' } }),
  });
  expect(answer.status).toBe(200);
  await server.olympus.close();
  const folder = join(kept, name);
  cpSync(server.folder, folder, { recursive: true });
  await server.close();
  return folder;
}

it('does not start on a warehouse whose control store is missing, damaged, or another’s', async () => {
  const [folder, other] = [await stoppedInstallation('a'), await stoppedInstallation('b')];
  renameSync(join(folder, 'control'), join(kept, 'control'));
  await expect(openTestServer(folder)).rejects.toMatchObject({ code: 'control_store_missing' });

  rmSync(join(folder, 'control'), { recursive: true, force: true });
  cpSync(join(other, 'control'), join(folder, 'control'), { recursive: true });
  cpSync(join(other, 'secret.key'), join(folder, 'secret.key'));
  await expect(openTestServer(folder)).rejects.toMatchObject({ code: 'control_store_foreign' });

  const control = join(folder, 'control', 'global', 'pg_control');
  truncateSync(control, 100);
  await expect(openTestServer(folder)).rejects.toMatchObject({
    code: 'control_store_damaged',
    remedy: expect.stringContaining('olympus restore'),
  });
});
