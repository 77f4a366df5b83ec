import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readingProvenance } from '../../src/mapping/provenance.ts';
import { document, TEXT } from '../fixtures/trial.ts';
import { mapped } from './mapped.ts';

const { one, follow } = mapped();
const hash = (algorithm: string, encoding: 'hex' | 'base64') =>
  createHash(algorithm).update(TEXT, 'utf8').digest(encoding);

describe('DocumentReference', () => {
  const { id, identifier, content } = one('DocumentReference');

  test('holds the bytes as they came, named by their SHA-256', () => {
    expect(id).toBe(hash('sha256', 'hex'));
    expect(Buffer.from(content[0]?.attachment.data ?? '', 'base64').toString('utf8')).toBe(TEXT);
    const [, encoded = ''] = identifier?.[0]?.value?.split(';') ?? [];
    expect(Buffer.from(encoded, 'base64url').toString('hex')).toBe(id);
  });

  test('has type, size and the SHA-1 that R5 asks for', () => {
    expect(content).toHaveLength(1);
    expect(content[0]?.attachment).toMatchObject({
      contentType: 'text/plain',
      size: String(Buffer.byteLength(TEXT)),
      hash: hash('sha1', 'base64'),
    });
  });

  test('does not change with what is read from it', () => {
    expect(mapped({ results: [], arms: [], assessments: [] }).one('DocumentReference')).toEqual(
      one('DocumentReference'),
    );
  });
});

describe('Provenance', () => {
  const targets = ['ResearchStudy/NCT99999999/_history/1', 'Evidence/x/_history/2'];
  const provenance = readingProvenance(one('ResearchStudy'), document, targets);

  test('says what was written, by which software, from which document', () => {
    expect(provenance.target.map(({ reference }) => reference)).toEqual(targets);
    expect(follow(provenance.agent[0]?.who)).toMatchObject({
      resourceType: 'Device',
      displayName: 'Trialbridge',
    });
    expect(provenance.entity).toEqual([
      { role: 'source', what: { reference: `DocumentReference/${hash('sha256', 'hex')}` } },
    ]);
    expect(provenance.id).toBe(`NCT99999999-reading-${hash('sha256', 'hex').slice(0, 8)}`);
  });

  test('does not say when: the mapping has no clock', () => {
    expect(provenance).not.toHaveProperty('recorded');
  });
});
