import { openDelivery } from './harness.js';

/**
 * A process of its own, to be killed: sends notices without end by the channel it is given, and prints
 * each cause when `send` has resolved. Arguments: the data folder, tenant and channel.
 */
const [dataDir = '', tenant = '', channel = ''] = process.argv.slice(2);
const at = await openDelivery({ dataDir });
process.stdout.write('ready\n');
for (let serial = 0; ; serial++) {
  const cause = `child:${process.pid}:${serial}`;
  await at.delivery.send(
    tenant,
    {
      cause,
      thread: 'crash',
      severity: 'info',
      title: cause,
      lines: [],
      facts: [],
      path: '/inbox',
      at: new Date(),
    },
    { channels: [channel] },
  );
  process.stdout.write(`${cause}\n`);
}
