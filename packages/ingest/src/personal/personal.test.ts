import { describe, expect, it } from 'vitest';
import { knownOfData } from '../schemas/known.js';
import { divide, restore } from './divide.js';
import { namesSomebody } from './names-somebody.js';
import { clearAddress } from './web-address.js';

describe('an address of a page', () => {
  it.each([
    ['https://shop.example/p/shirt-42?ref=mail', 'https://shop.example/p/shirt-42?ref=mail'],
    ['/checkout/step-2', '/checkout/step-2'],
    ['https://shop.example/?utm_source=news&gclid=Cj0KCQ', 'https://shop.example/?utm_source=news'],
    ['https://shop.example/a?name=Anna&page=2#anna', 'https://shop.example/a?page=2'],
    ['https://shop.example/u/anna@mail.example/orders', 'https://shop.example/u/[email]/orders'],
    ['/u/anna%40mail.example', '/u/[email]'],
    ['/u/anna%2540mail.example', '/u/[email]'],
    ['/u/x-anna%40mail.example%2Fb', '/u/[email]%2Fb'],
    ['/call/+49%20171%201234567', '/call/[phone]'],
    ['/phone/01711234567/x', '/phone/[phone]/x'],
    ['/pay/DE89370400440532013000', '/pay/[iban]'],
    ['/pay/4111111111111111', '/pay/[card]'],
    ['https://anna:secret@shop.example/a', 'https://shop.example/a'],
    ['http://203.0.113.77/a', 'http://[ip]/a'],
    ['/a;jsessionid=12AB/b', '/a/b'],
    ['mailto:anna@mail.example', 'mailto:'],
    ['tel:01711234567', 'tel:'],
    ['https://shop.example/a?utm_source=anna%40mail.example', 'https://shop.example/a'],
    [
      'https://shop.example/a?utm_campaign=Summer%20Sale',
      'https://shop.example/a?utm_campaign=Summer%20Sale',
    ],
    ['/p/shirt-12345678', '/p/shirt-12345678'],
    ['/%zz/anna%40mail.example', '/%zz/[email]'],
    ['', ''],
  ])('%s is kept as %s', (address, clear) => {
    expect(clearAddress(address)).toBe(clear);
  });

  it('of any form is read in time in proportion to its length', () => {
    const started = performance.now();
    for (const part of ['1a', '1.', '@', '%2', '/+4', '1', '[']) clearAddress(part.repeat(4000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

it.each([
  ['order-42', false],
  ['anna@mail.example', true],
  ['cart/anna%40mail.example/7', true],
  ['icon@2x', false],
  ['+491711234567', true],
  ['%2B491711234567', true],
  ['order +49 171 1234567', true],
  ['00491711234567', true],
  ['(415) 555-0132', true],
  ['0171 1234567', true],
  ['DE89370400440532013000', true],
  ['pay/GB82 WEST 1234 5698 7654 32', true],
  ['4111111111111111', true],
  ['card-5555 5555 5555 4444', true],
  ['378282246310005', true],
  ['tel:+491711234567', true],
  ['cart_+491711234567/7', true],
  // what ids are mostly: numbers of orders and goods, times, hashes
  ['01711234567', false],
  ['DE89370400440532013001', false],
  ['4111111111111112', false],
  ['4006381333931', false],
  ['00012345678905', false],
  ['5123456789012', false],
  ['1732790400000', false],
  ['2026-11-28T10:00:00Z', false],
  ['2026-11-28 10:00:00.000', false],
  ['3f2504e0-4f89-41d3-9a0c-0305e82c3301', false],
  ['01HF7YAT31JZHSMW1CG6Q6MHB7', false],
  ['h_9sK3-12345678901234', false],
])('knows whether an id names somebody: %s', (text, holds) => {
  expect(namesSomebody(text)).toBe(holds);
});

it('looks at a million ordinary ids in little time', () => {
  const ids = ['order-1042', '3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'shop/orders/88213/1Zq_93k'];
  const started = performance.now();
  let found = 0;
  for (let i = 0; i < 300_000; i++) for (const id of ids) if (namesSomebody(id)) found += 1;
  expect(found).toBe(0);
  expect(performance.now() - started).toBeLessThan(5000);
});

describe('data', () => {
  const known = knownOfData(
    {
      properties: {
        id: { type: 'string' },
        text: { type: 'string', 'x-personal': true },
        url: { format: 'uri' },
        items: { items: { properties: { price: { type: 'number' } } } },
        tags: { type: 'array' },
        box: { type: 'object' },
      },
    },
    { allOf: [{ properties: { color: {}, id: { maxLength: 9 } } }] },
  );
  const hide = (text: string) => (text.includes('@') ? 'h_1' : text);

  it('that its schema knows is stored as it is', () => {
    expect(divide({ id: '1', color: 'red', items: [{ price: 1 }] }, known, hide)).toBeUndefined();
  });

  it('is divided into what is known and the rest, and put together again', () => {
    const data = {
      id: 'a@b',
      text: 'hello',
      url: 'https://x.example/a?b=c',
      items: [{ price: 1, note: 'for Anna' }, { price: 2 }, 'stray'],
      tags: ['x'],
      box: { a: [1, { b: 2 }] },
      more: { deep: ['x', { y: 1 }] },
    };
    const divided = divide(data, known, hide);
    expect(divided?.clear).toEqual({
      id: 'h_1',
      url: 'https://x.example/a',
      items: [{ price: 1 }, { price: 2 }, 'stray'],
    });
    expect(restore(divided?.clear, JSON.parse(JSON.stringify(divided?.rest)))).toEqual(data);
  });
});
