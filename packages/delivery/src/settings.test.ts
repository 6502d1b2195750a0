import type { SettingsReader } from '@olympus/contract';
import { expect, it } from 'vitest';
import { readDeliverySettings } from './settings.js';

function read(variables: Readonly<Record<string, string>>) {
  const faults: string[] = [];
  const reader = {
    text: (name: string) => variables[name],
    url: (name: string) => variables[name],
    fail: (name: string) => void faults.push(name),
  } as unknown as SettingsReader;
  return { smtp: readDeliverySettings(reader).smtp, faults };
}

const OLYMPUS_SMTP_FROM = 'Olympus <olympus@example.com>';

it('reads the operator’s mail server from an address', () => {
  expect(
    read({ OLYMPUS_SMTP_URL: 'smtps://us%40er:p%3Aw@mail.example.com', OLYMPUS_SMTP_FROM }).smtp,
  ).toEqual({
    host: 'mail.example.com',
    port: 465,
    security: 'tls',
    user: 'us@er',
    password: 'p:w',
    from: OLYMPUS_SMTP_FROM,
  });
  expect(read({ OLYMPUS_SMTP_URL: 'smtp://mail.lan', OLYMPUS_SMTP_FROM }).smtp).toEqual({
    host: 'mail.lan',
    port: 587,
    security: 'starttls',
    from: OLYMPUS_SMTP_FROM,
  });
  expect(
    read({ OLYMPUS_SMTP_URL: 'smtp://[::1]:2525?security=none', OLYMPUS_SMTP_FROM }).smtp,
  ).toMatchObject({ host: '::1', port: 2525, security: 'none' });
});

it('has none without an address, and asks for a sender', () => {
  expect(read({})).toEqual({ smtp: undefined, faults: [] });
  const lacking = read({ OLYMPUS_SMTP_URL: 'smtp://mail.lan' });
  expect(lacking).toEqual({ smtp: undefined, faults: ['OLYMPUS_SMTP_FROM'] });
});
