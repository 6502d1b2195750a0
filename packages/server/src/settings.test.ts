import { Problem } from '@olympus/core';
import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.js';

const read = (variables: Record<string, string>) => readSettings(variables, '/srv/shop');

function faultOf(variables: Record<string, string>): Problem {
  try {
    read(variables);
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error('expected the settings to be refused');
}

describe('settings', () => {
  it('need nothing in development', () => {
    expect(read({})).toMatchObject({
      environment: 'development',
      host: '127.0.0.1',
      port: 8001,
      dataDir: '/srv/shop/.olympus',
      demo: true,
      rooms: { platform: { secretKey: undefined } },
    });
  });

  it('say what outgoing calls may reach besides the internet', () => {
    expect(read({ OLYMPUS_OUTBOUND_ALLOW: 'keys.lan, 10.1.0.0/16' }).outboundAllow).toBe(
      'keys.lan, 10.1.0.0/16',
    );
    expect(faultOf({ OLYMPUS_OUTBOUND_ALLOW: 'keys.lan, 10.1.0.0/99' })).toMatchObject({
      at: 'OLYMPUS_OUTBOUND_ALLOW',
      message: expect.stringContaining('"10.1.0.0/99" is no host, address or range'),
    });
  });

  it('keep the established names', () => {
    const settings = read({
      PORT: '9000',
      DATABASE_URL: 'postgres://db/olympus',
      REDIS_URL: 'redis://cache:6379',
      BIGQUERY_PROJECT_ID: 'shop',
      BIGQUERY_DATASET: 'analytics',
      OPENAI_API_KEY: 'key',
      OLYMPUS_DEMO: '0',
    });
    expect(settings).toMatchObject({
      port: 9000,
      rooms: {
        platform: { databaseUrl: 'postgres://db/olympus' },
        ingest: { redisUrl: 'redis://cache:6379' },
      },
      bigQuery: { projectId: 'shop', dataset: 'analytics' },
      openAiApiKey: 'key',
      demo: false,
    });
  });

  it('name every fault at once, with its remedy', () => {
    const fault = faultOf({
      PORT: 'http',
      REDIS_URL: 'localhost',
      BIGQUERY_DATASET: 'x',
      LOG_LEVEL: 'loud',
    });
    expect(fault.code).toBe('invalid_settings');
    for (const name of ['PORT', 'REDIS_URL', 'BIGQUERY_PROJECT_ID', 'LOG_LEVEL']) {
      expect(fault.message).toContain(`${name}: `);
    }
  });

  it('do not repeat an address that may hold a password', () => {
    expect(faultOf({ DATABASE_URL: 'mysql://root:hunter2@db' }).message).not.toContain('hunter2');
  });

  it.each([
    ['a placeholder', { OLYMPUS_SECRET_KEY: 'changeme-changeme-changeme-changeme' }],
    ['one character repeated', { OLYMPUS_SECRET_KEY: '0'.repeat(64) }],
    ['a short one', { OLYMPUS_SECRET_KEY: 'a9f3k2' }],
  ])('refuse %s as secret key in production', (_what, variables) => {
    const fault = faultOf({ OLYMPUS_ENV: 'production', ...variables });
    expect(fault.at).toBe('OLYMPUS_SECRET_KEY');
  });

  it('take a secret key in base64', () => {
    const key = Buffer.from(Array.from({ length: 32 }, (_, n) => n * 7)).toString('base64');
    const settings = read({ NODE_ENV: 'production', OLYMPUS_SECRET_KEY: key });
    expect(settings.rooms.platform).toMatchObject({ secretKey: key });
    expect(settings.demo).toBe(false);
  });

  it('take one issuer of tokens, with its audience', () => {
    const jwt = {
      OLYMPUS_JWT_SECRET: 'a-long-secret-that-nobody-guesses-0193',
      OLYMPUS_JWT_ISSUER: 'https://id.example',
    };
    expect(faultOf(jwt).at).toBe('OLYMPUS_JWT_AUDIENCE');
    expect(read({ ...jwt, OLYMPUS_JWT_AUDIENCE: 'olympus' }).rooms.platform).toMatchObject({
      jwt: { issuer: 'https://id.example', audience: 'olympus', key: { kind: 'secret' } },
    });
  });
});
