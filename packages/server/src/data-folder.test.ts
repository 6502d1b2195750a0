import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findHolder, lockFolder, takeFolder } from './data-folder.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'olympus-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the lock of a data folder', () => {
  it('is held by one process at a time, and says by whom', () => {
    const lock = lockFolder(folder);
    lock.announce('http://127.0.0.1:8001');
    expect(() => lockFolder(folder)).toThrow(/open in process \d+ \(http:\/\/127.0.0.1:8001\)/);
    expect(findHolder(folder)?.token).toBe(lock.token);
    lock.release();
    expect(findHolder(folder)).toBeUndefined();
  });

  it('is waited for while its process is stopping', async () => {
    const lock = lockFolder(folder);
    lock.announceStop();
    setTimeout(() => lock.release(), 150);
    const next = await takeFolder(folder);
    expect(findHolder(folder)?.token).toBe(next.token);
  });

  // Windows has no such modes; there a user's folders are the user's
  it.skipIf(process.platform === 'win32')('can be read by its owner only', () => {
    lockFolder(folder);
    expect(statSync(join(folder, 'server.json')).mode & 0o777).toBe(0o600);
  });

  it('counts for nothing when its process is gone', () => {
    const gone = { pid: 2 ** 22 - 3, started: '1', url: '', token: 't' };
    writeFileSync(join(folder, 'server.json'), JSON.stringify(gone));
    expect(findHolder(folder)).toBeUndefined();
    expect(lockFolder(folder).token).not.toBe('t');
  });

  it('counts for nothing when its number now belongs to another process', () => {
    const other = { pid: process.pid, started: '17', url: '', token: 't' };
    writeFileSync(join(folder, 'server.json'), JSON.stringify(other));
    expect(findHolder(folder)).toBeUndefined();
  });

  it('is not fooled by a file that was cut off', () => {
    writeFileSync(join(folder, 'server.json'), '{"pid":');
    expect(() => lockFolder(folder)).not.toThrow();
  });
});
