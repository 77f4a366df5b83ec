import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configuration } from '../../src/config/configuration.ts';
import { SERVE_OPTIONS } from '../../src/config/serve-options.ts';
import { copied, environment, instructed, ROOT } from './dockerfile.ts';

const compose = readFileSync(join(ROOT, 'compose.yaml'), 'utf8');

const settingsOf = (variables: Readonly<Record<string, string>>) => {
  const found = configuration(SERVE_OPTIONS, [], variables);
  if (typeof found === 'string') throw new Error(found);
  return found.settings;
};

describe('the image', () => {
  test('is made of files that are there, and that its context lets in', () => {
    const letIn = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n');
    expect(copied.length).toBeGreaterThan(5);
    for (const path of copied) {
      expect(existsSync(join(ROOT, path)), path).toBe(true);
      expect(
        letIn.some((one) => one.startsWith('!') && path.startsWith(one.slice(1))),
        path,
      ).toBe(true);
    }
  });

  test('sets what the program knows, and is asked where it listens', () => {
    const { port, host, database } = settingsOf(environment);
    expect(host).toBe('0.0.0.0');
    expect(instructed('EXPOSE')).toEqual([String(port)]);
    expect(instructed('HEALTHCHECK').join()).toContain(`http://127.0.0.1:${port}/readyz`);
    expect(instructed('VOLUME')).toEqual([/^sqlite:(.+)\/[^/]+$/.exec(database)?.[1]]);
  });

  test('is run by somebody who is not root, by a program that is there', () => {
    expect(instructed('USER')).toEqual(['node']);
    const [command, file, name] = JSON.parse(instructed('ENTRYPOINT')[0] ?? '');
    expect([command, existsSync(join(ROOT, file)), name]).toEqual(['node', true, 'serve']);
  });
});

describe('the Compose file', () => {
  test('sets what the program knows, and reaches the port of the image', () => {
    const given = [...compose.matchAll(/^ {6}(TRIALBRIDGE_\w+): "?([^"\n]+)"?$/gm)];
    expect(given.length).toBeGreaterThan(3);
    const said = given.map(([, name = '', value = '']) => [
      name,
      value.replace(/\$\{\w+(?::-([^}]*))?\}/g, '$1'),
    ]);
    expect(settingsOf(Object.fromEntries(said))).toMatchObject({
      database: expect.stringContaining('@database/'),
    });
    const ports = [...compose.matchAll(/^ {4}ports: \["127\.0\.0\.1:(\d+):(\d+)"\]$/gm)];
    expect(ports.map(([, , inside]) => inside)).toEqual(Array(2).fill(environment.TRIALBRIDGE_PORT));
    expect(new Set(ports.map(([, outside]) => outside)).size).toBe(2);
  });

  test('lets requests end before it ends the program', () => {
    const [, delay = ''] = /TRIALBRIDGE_STOP_DELAY: "(\d+)"/.exec(compose) ?? [];
    const [, grace = ''] = /stop_grace_period: (\d+)s/.exec(compose) ?? [];
    expect(Number(grace)).toBeGreaterThan(Number(delay) + 5);
  });
});
