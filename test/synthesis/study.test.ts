import type { FhirResource } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { content } from '../../src/fhir/content.ts';
import { readMaterial, type Source } from '../../src/synthesis/material.ts';
import { studiesOf } from '../../src/synthesis/study.ts';

const source = (resource: object): Source => {
  const own = content(resource as FhirResource);
  const name = `${own.value.resourceType}/${own.value.id}`;
  return { content: own, names: [name], reference: { reference: `${name}/_history/3` } };
};

const evidence = (id: string, more: object = {}) => source({ resourceType: 'Evidence', id, ...more });

const report = (id: string, entries: readonly string[], more: object = {}) =>
  source({
    resourceType: 'EvidenceReport',
    id,
    section: [{ entryReference: entries.map((entry) => ({ reference: `Evidence/${entry}` })) }],
    ...more,
  });

const study = (id: string, more: object = {}) =>
  source({ resourceType: 'ResearchStudy', id, title: `Study ${id}`, ...more });

const retracted = source({
  resourceType: 'Citation',
  id: 'paper',
  citedArtifact: {
    title: [{ text: 'Wonders' }],
    currentState: [
      { coding: [{ system: 'http://hl7.org/fhir/cited-artifact-status-type', code: 'retracted' }] },
    ],
  },
});

const aboutStudy = (id: string) => ({
  subject: { characteristic: [{ valueReference: { reference: `ResearchStudy/${id}` } }] },
});
const paper = { reference: 'Citation/paper' };

const found = (own: readonly Source[], around: readonly Source[]) =>
  studiesOf(readMaterial({ evidence: own, around })).map(({ name, evidence: all, ...rest }) => ({
    name,
    ids: all.map(({ tree }) => tree.id),
    ...rest,
  }));

describe('Evidence belongs to', () => {
  test('the study that its report is about', () => {
    expect(
      found(
        [evidence('a'), evidence('b'), evidence('c')],
        [
          report('r', ['a', 'c'], aboutStudy('one')),
          report('s', ['b'], aboutStudy('other')),
          study('one'),
          study('other'),
        ],
      ),
    ).toMatchObject([
      { name: 'Study one', ids: ['a', 'c'] },
      { name: 'Study other', ids: ['b'] },
    ]);
  });

  test('the study that has the report as its result, and one study however many reports it has', () => {
    const one = study('one', { result: [{ reference: 'EvidenceReport/r' }] });
    expect(
      found([evidence('a'), evidence('b')], [report('r', ['a']), report('s', ['b'], aboutStudy('one')), one]),
    ).toMatchObject([{ name: 'Study one', ids: ['a', 'b'] }]);
  });

  test('the publication that it is from, else to itself', () => {
    const from = { relatedArtifact: [{ type: 'derived-from', resourceReference: paper }] };
    expect(
      found([evidence('a', from), evidence('b', from), evidence('c', { title: 'Alone' })], [retracted]),
    ).toMatchObject([
      { name: 'Wonders', ids: ['a', 'b'] },
      { name: 'Alone', ids: ['c'] },
    ]);
  });
});

describe('A study is retracted', () => {
  const withStudy = (more: object, reported: object = {}) =>
    found(
      [evidence('a')],
      [report('r', ['a'], { ...aboutStudy('one'), ...reported }), study('one', more), retracted],
    )[0]?.retracted;

  test('if its report cites a publication that was, or it names one as its own', () => {
    expect(withStudy({}, { citeAsReference: paper })).toBe('Wonders');
    expect(withStudy({ relatedArtifact: [{ type: 'citation', resourceReference: paper }] })).toBe('Wonders');
  });

  test('if another report of it does', () => {
    const one = study('one', { result: [{ reference: 'EvidenceReport/s' }] });
    const other = report('s', ['z'], { citeAsReference: paper });
    expect(
      found([evidence('a')], [report('r', ['a'], aboutStudy('one')), other, one, retracted])[0]?.retracted,
    ).toBe('Wonders');
  });

  test('but not if it merely builds on one', () => {
    const background = { type: 'citation', classifier: [{ text: 'BACKGROUND' }], resourceReference: paper };
    expect(withStudy({ relatedArtifact: [background] })).toBeUndefined();
    expect(withStudy({})).toBeUndefined();
  });
});

test('The groups to be compared with are those that the study has as such', () => {
  const group = (name: string, type: object) => ({ name, type });
  const one = study('one', {
    comparisonGroup: [
      group('New', { coding: [{ code: 'experimental' }] }),
      group('Old', { coding: [{ code: 'active-comparator' }] }),
      group('Nothing', { coding: [{ code: 'no-intervention' }] }),
      group('Others', { text: 'external control' }),
    ],
  });
  const [{ controls } = {}] = found([evidence('a')], [report('r', ['a'], aboutStudy('one')), one]);
  expect([...(controls ?? [])]).toEqual(['Old', 'Nothing', 'Others']);
});
