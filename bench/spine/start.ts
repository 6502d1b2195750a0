import { processUsage } from './process-usage.js';
import { createServerUnderTest } from './server-process.js';

/** From nothing to a filled demo, a warm start, and what it takes at rest. */
export async function run(): Promise<void> {
  const server = await createServerUnderTest({ OLYMPUS_DEMO: '1' });
  try {
    const firstMs = await server.start();
    console.log(
      `first start with the demo filled: ${(firstMs / 1000).toFixed(1)} s; memory at rest ${await memoryAtRest(server.pid)} MB`,
    );
    await server.stop();
    const warmMs = await server.start();
    console.log(
      `warm start: ${(warmMs / 1000).toFixed(2)} s; memory at rest ${await memoryAtRest(server.pid)} MB`,
    );
  } finally {
    await server.destroy();
  }
}

async function memoryAtRest(pid: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 5000));
  return (await processUsage(pid)).rssMb;
}
