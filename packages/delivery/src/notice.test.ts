import { expect, it } from 'vitest';
import { checkNotice } from './notice.js';
import { noticeOf } from './testing/harness.js';

it('refuses notices that are none, and says where', () => {
  const wrong = [
    [{ title: ' ' }, '/title'],
    [{ title: 'x'.repeat(201) }, '/title'],
    [{ path: 'https://evil.example' }, '/path'],
    [{ path: '//evil.example' }, '/path'],
    [{ path: '/\\evil.example' }, '/path'],
    [{ severity: 'fatal' as 'info' }, '/severity'],
    [{ facts: [{ label: 'a', value: 'x'.repeat(501) }] }, '/facts/0/value'],
    [{ at: new Date('never') }, '/at'],
  ] as const;
  for (const [part, place] of wrong) {
    expect(() => checkNotice(noticeOf(part)), place).toThrowError(
      expect.objectContaining({ code: 'invalid_notice', at: place }),
    );
  }
  expect(() => checkNotice(noticeOf())).not.toThrow();
});
