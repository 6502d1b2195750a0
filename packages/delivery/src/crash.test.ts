import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it, vi } from 'vitest';
import { openDelivery, until } from './testing/harness.js';
import { startReceiver, status } from './testing/receiver.js';

vi.setConfig({ testTimeout: 600_000 });

it('loses nothing that was committed to kill -9, whether it was being sent or not', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'olympus-delivery-crash-'));
  const receiver = await startReceiver();
  /** What the receiver accepted, by the message that brought it. */
  const accepted = new Map<string, readonly string[]>();
  receiver.answer = (response, { headers, body }) => {
    const { data } = JSON.parse(body);
    const titles = data.notices.map(({ title }: { title: string }) => title);
    const id = String(headers['webhook-id']);
    // what is sent again is what was sent before
    if (accepted.has(id)) expect(titles).toEqual(accepted.get(id));
    accepted.set(id, titles);
    setTimeout(() => status(200)(response), 20);
  };
  try {
    const before = await openDelivery({ dataDir });
    const tenant = await before.newTenant('shop');
    const { channel } = await before.call('channels.create', {
      tenant_id: tenant,
      name: 'Hook',
      kind: 'webhook',
      url: receiver.url,
      most: 500,
    });
    await before.close();

    const committed: string[] = [];
    for (let round = 0; round < 2; round++) {
      const seen = receiver.requests.length;
      committed.push(
        ...(await killWhen(
          [dataDir, tenant, channel.id],
          (lines) => lines.length > 30 && receiver.requests.length > seen + 3,
        )),
      );
    }
    expect(committed.length).toBeGreaterThan(60);

    const after = await openDelivery({ dataDir });
    const [waiting] = await after.database.execute(
      `select count(*) from delivery_outbox where state = 'waiting'`,
    );
    expect(Number(waiting?.[0])).toBeGreaterThan(0);
    await after.started?.();
    await until(async () => {
      const [row] = await after.database.execute(
        `select count(*) from delivery_outbox where state <> 'sent'`,
      );
      return Number(row?.[0]) === 0;
    });
    const arrived = [...accepted.values()].flat();
    expect(committed.filter((cause) => !arrived.includes(cause))).toEqual([]);
    // each once, but for what is repeated under its own id
    expect(new Set(arrived).size).toBe(arrived.length);
    // in order: a process's notices follow each other
    for (const pid of new Set(arrived.map((cause) => cause.split(':')[1]))) {
      const serials = arrived
        .filter((cause) => cause.split(':')[1] === pid)
        .map((cause) => Number(cause.split(':')[2]));
      expect(serials).toEqual([...serials].sort((a, b) => a - b));
    }
    await after.close();
  } finally {
    await receiver.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});

/** Runs the child until something holds, then ends it as a power cut would. @returns causes it printed */
async function killWhen(
  args: readonly string[],
  holds: (lines: readonly string[]) => boolean,
): Promise<readonly string[]> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const script = fileURLToPath(new URL('./testing/send-child.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', loader, script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const lines = () =>
    printed
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.startsWith('child:'));
  await until(() => {
    if (child.exitCode !== null) throw new Error(`the child ended by itself: ${child.exitCode}`);
    return holds(lines());
  });
  child.kill('SIGKILL');
  await new Promise<void>((resolve) => child.once('close', () => resolve()));
  return lines();
}
