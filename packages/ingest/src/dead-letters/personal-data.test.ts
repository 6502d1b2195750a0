import { expect, it } from 'vitest';
import { mentions } from './personal-data.js';

const anna = { customerId: '42', names: ['anna+shop@example.com'] };

it.each([
  ['{"data":{"customer_id":"42"}}', true],
  ['{"data":{"customer_id": 42}}', true],
  ['{"userId":"42"}', true],
  ['{"subject":"42", broken', true],
  ['{"data":{"note":"ask Anna+Shop@example.com today"}}', true],
  ['{"data":{"customer_id":"420"}}', false],
  ['{"data":{"quantity":42,"order_id":"42"}}', false],
  ['{"email":"joanna+shop@example.com"}', false],
])('knows whether an event names a person: %s', (text, expected) => {
  expect(mentions(text, anna)).toBe(expected);
});

it('finds ids as JSON writes them', () => {
  const quoted = { customerId: 'a"b\\c/d', names: [] };
  expect(mentions(JSON.stringify({ note: `about ${quoted.customerId}.` }), quoted)).toBe(true);
});
