import { describe, expect, it } from 'vitest';
import { knownOfData } from '../schemas/known.js';
import { divide, restore } from './divide.js';
import { holdsMailAddress } from './mail-address.js';
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
])('knows whether an id holds an e-mail address: %s', (text, holds) => {
  expect(holdsMailAddress(text)).toBe(holds);
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
