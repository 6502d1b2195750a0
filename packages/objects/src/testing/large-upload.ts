// Run as a process of its own: stores a stream that is larger than the memory it may use.
import { createHash } from 'node:crypto';
import { systemClock, tenantId } from '@olympus/core';
import { parseObjectsUrl } from '../location.js';
import { openObjects } from '../open.js';

const [, , url = '', megabytes = '0'] = process.argv;
const chunk = new Uint8Array(1024 * 1024);
const hash = createHash('sha256');

async function* content() {
  for (let i = 0; i < Number(megabytes); i++) {
    chunk.fill(i % 251);
    hash.update(chunk);
    yield chunk;
  }
}

const location = parseObjectsUrl(url, { variables: process.env, dataDir: process.cwd() });
const objects = await openObjects(location, systemClock);
const beforeKb = process.resourceUsage().maxRSS;
const stored = await objects.put(tenantId('one'), 'large', content(), {
  contentType: 'application/octet-stream',
});
const grownMb = (process.resourceUsage().maxRSS - beforeKb) / 1024;
console.log(JSON.stringify({ ...stored, expected: hash.digest('hex'), grownMb }));
