import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read } from '../../../src/sources/read.ts';
import { losses } from '../lossless.ts';
import { numbersIn, recordIn, refusalOf, valuesOf } from '../record-values.ts';
import { API_STUDY, OLDER_STUDY } from './studies.ts';

/** A copy of the study with something else, or nothing, at a path. */
const changed = (path: string, value: unknown): object => {
  const study = structuredClone(API_STUDY) as Record<string, unknown>;
  const steps = path.split('.');
  const last = steps.pop()!;
  let node: Record<string, unknown> = study;
  for (const step of steps) node = node[step] as Record<string, unknown>;
  if (value === undefined) delete node[last];
  else node[last] = value;
  return study;
};

const remarkPaths = (document: string | object): readonly string[] =>
  recordIn(document).remarks.map(({ path }) => path);

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const API = 'protocolSection.';
const MODULES = [
  'identificationModule.orgStudyIdInfo',
  'identificationModule.secondaryIdInfos',
  'identificationModule.briefTitle',
  'statusModule',
  'sponsorCollaboratorsModule',
  'oversightModule',
  'descriptionModule',
  'conditionsModule',
  'designModule',
  'designModule.designInfo',
  'armsInterventionsModule',
  'outcomesModule',
  'eligibilityModule',
  'contactsLocationsModule',
  'referencesModule',
];

describe('a study of the API', () => {
  test('is read with its places', () => {
    const { titles, enrolment, design } = recordIn(API_STUDY);
    const text = JSON.stringify(API_STUDY);
    const title = titles[1]!.text;
    expect(title).toMatchObject({
      value: API_STUDY.protocolSection.identificationModule.officialTitle,
      derivation: 'stated',
      path: 'protocolSection.identificationModule.officialTitle',
    });
    const { offset, length } = title.spans[0];
    expect(JSON.parse(`"${[...text].slice(offset, offset + length).join('')}"`)).toBe(title.value);
    expect(enrolment?.count).toMatchObject({ value: 42, derivation: 'stated', words: '42' });
    expect(design.phase).toMatchObject({ value: 'phase-2', derivation: 'normalised', words: 'PHASE2' });
  });

  test.each(MODULES)('may lack %s', (path) => {
    const without = changed(API + path, undefined);
    expect(losses(bytesOf(JSON.stringify(without)))).toEqual([]);
  });

  test.each([
    'participantFlowModule',
    'baselineCharacteristicsModule',
    'outcomeMeasuresModule',
    'adverseEventsModule',
    'moreInfoModule',
  ])('may lack results in %s', (path) => {
    const without = changed(`resultsSection.${path}`, undefined);
    expect(losses(bytesOf(JSON.stringify(without)))).toEqual([]);
  });

  test.each([
    [`${API}identificationModule.newModule`, { deep: [{ x: 1.5 }, true] }, ['deep[0].x', 'deep[1]']],
    ['historySection', { versions: [{ version: 3 }] }, ['versions[0].version']],
    [
      'annotationSection',
      { annotationModule: { unpostedAnnotation: { unpostedEvents: [{ type: 'RESET' }] } } },
      ['annotationModule.unpostedAnnotation.unpostedEvents[0].type'],
    ],
    [
      `${API}ipdSharingStatementModule`,
      { ipdSharing: 'NO', infoTypes: ['SAP'] },
      ['ipdSharing', 'infoTypes[0]'],
    ],
    [`${API}designModule.bioSpec`, { retention: 'NONE_RETAINED' }, ['retention']],
  ])('keeps in remarks what it has no word for: %s', (path, value, expected) => {
    expect(remarkPaths(changed(path, value))).toEqual(
      expect.arrayContaining(expected.map((end) => `${path}.${end}`)),
    );
  });

  test.each([
    ['statusModule.startDateStruct.date', 'some day'],
    ['statusModule.startDateStruct.date', '2031-13'],
    ['designModule.designInfo.allocation', 'BY_LOT'],
    ['designModule.phases', ['PHASE9']],
    ['designModule.phases', ['PHASE1', 'PHASE4']],
    ['designModule.enrollmentInfo.count', 'many'],
    ['eligibilityModule.sex', 'ANY'],
    ['armsInterventionsModule.armGroups.0.type', 'MYSTERY'],
    ['contactsLocationsModule.overallOfficials.0.role', 'CLOWN'],
  ])('keeps a value of %s that is not known, in words', (path, value) => {
    const document = changed(API + path, value);
    const at = `${API}${path.replace(/\.(\d+)/g, '[$1]')}`;
    expect(remarkPaths(document)).toEqual(expect.arrayContaining([Array.isArray(value) ? `${at}[0]` : at]));
    expect(losses(bytesOf(JSON.stringify(document)))).toEqual([]);
  });

  test('has its own words for a state that is none of R5’s', () => {
    const document = changed(`${API}statusModule`, {
      overallStatus: 'WITHHELD',
      lastKnownStatus: 'RECRUITING',
    });
    expect(valuesOf(recordIn(document))).toMatchObject({
      progress: ['WITHHELD', 'Last known status: RECRUITING'],
    });
    expect(losses(bytesOf(JSON.stringify(document)))).toEqual([]);
  });

  test('of two phases has one for both, and each beside it', () => {
    const document = changed(`${API}designModule.phases`, ['PHASE1', 'PHASE2']);
    const { design, remarks } = recordIn(document);
    expect(design.phase).toMatchObject({ value: 'phase-1-phase-2', derivation: 'derived' });
    expect(remarks.map(({ value }) => value.value)).toEqual(expect.arrayContaining(['PHASE1', 'PHASE2']));
  });

  test.each([
    ['EUDRACT_NUMBER', '2031-004711-18', 'same-trial', '2031-004711-18'],
    ['EUDRACT_NUMBER', '2031-004711-18-DE', 'same-trial', '2031-004711-18'],
    ['REGISTRY', 'ISRCTN99999901', 'same-trial', 'ISRCTN99999901'],
    ['CTIS', '2031-504711-18-00', 'same-trial', '2031-504711-18-00'],
    ['REGISTRY', 'NCT99999902', 'related', 'NCT99999902'],
    ['REGISTRY', 'soon', 'related', 'soon'],
    ['OTHER', '2031-004711-18', 'related', '2031-004711-18'],
    ['OTHER_GRANT', 'ISRCTN99999901', 'related', 'ISRCTN99999901'],
    ['NIH', 'R01HL999999', 'related', 'R01HL999999'],
    [undefined, '2031-004711-18', 'related', '2031-004711-18'],
  ])('with a secondary number of the kind %s, %s, takes it as %s', (type, id, role, value) => {
    const { identifiers } = recordIn(changed(`${API}identificationModule.secondaryIdInfos`, [{ id, type }]));
    expect(identifiers.find(({ value: { words } }) => words === id)).toMatchObject({
      role,
      value: { value },
    });
  });

  test('has each criterion at its own words', () => {
    const { criteria, inclusion, exclusion } = recordIn(API_STUDY).eligibility;
    const text = [...JSON.stringify(API_STUDY)];
    expect(inclusion.map(({ value }) => value)).toEqual([
      'Adults with fever of',
      'Temperature \\>38:\n\n   * by mouth\n   * by ear',
      'Able to walk uphill for at least one hour each day',
    ]);
    expect(exclusion.map(({ value }) => value)).toEqual(['Pregnancy', 'Allergy to salt']);
    for (const { value, spans, path } of [...inclusion, ...exclusion]) {
      const [{ offset, length }] = spans;
      expect(JSON.parse(`"${text.slice(offset, offset + length).join('')}"`)).toBe(value);
      expect(path).toBe(criteria === 'not-stated' ? undefined : criteria.path);
    }
  });

  test('has the DOI of a citation, and joins arms to groups of the very same name only', () => {
    const { references, results } = recordIn(API_STUDY);
    expect(references[0]?.doi).toMatchObject({ value: '10.5555/vel.7', derivation: 'stated' });
    expect(results?.flow?.groups.map(({ arm }) => arm)).toEqual(['velmorin', undefined]);
  });
});

describe('what is no study', () => {
  test.each([
    ['no number', changed(`${API}identificationModule.nctId`, undefined), /its number/],
    ['a number of another form', changed(`${API}identificationModule.nctId`, 'VEL-7'), /its number/],
    ['no module', { protocolSection: {} }, /its number/],
  ])('has %s', (_, document, missing) => {
    expect(refusalOf(document)).toEqual({
      takenFor: 'a study of ClinicalTrials.gov',
      missing: expect.stringMatching(missing),
    });
  });

  test.each([
    ['statusModule', 'COMPLETED', 'an object at protocolSection.statusModule, where a string stands'],
    ['designModule.phases', 'PHASE2', 'a list at protocolSection.designModule.phases, where a string stands'],
    [
      'conditionsModule.conditions',
      { a: 'b' },
      'a list at protocolSection.conditionsModule.conditions, where an object stands',
    ],
    [
      'identificationModule.briefTitle',
      ['A', 'B'],
      'a value at protocolSection.identificationModule.briefTitle, where a list stands',
    ],
    [
      'armsInterventionsModule.armGroups',
      ['Velmorin'],
      'an object at protocolSection.armsInterventionsModule.armGroups[0], where a string stands',
    ],
  ])('is built otherwise at %s', (path, value, missing) => {
    expect(refusalOf(changed(API + path, value))).toEqual({
      takenFor: 'a study of ClinicalTrials.gov',
      missing,
    });
  });

  test('is cut off, wherever that is', () => {
    const [json, xml] = [JSON.stringify(API_STUDY), OLDER_STUDY.trimEnd()];
    for (let end = 60; end < json.length; end += 97)
      expect(refusalOf(json.slice(0, end)).takenFor).toBe('broken JSON');
    for (let end = 60; end < xml.length; end += 97)
      expect(refusalOf(xml.slice(0, end)).takenFor).toBe('broken XML');
  });

  test.each([
    ['<!DOCTYPE clinical_study [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', '&b;'],
    ['<!DOCTYPE clinical_study [<!ENTITY b SYSTEM "file:///etc/passwd">]>', '&b;'],
    ['', '&b;'],
  ])('has entities: %s', (doctype, entity) => {
    const text = OLDER_STUDY.replace('<clinical_study>', `${doctype}<clinical_study>`).replace(
      'Few people',
      entity,
    );
    expect(refusalOf(text).takenFor).toBe('broken XML');
  });
});

describe('a document of several studies', () => {
  const other = changed(`${API}identificationModule.nctId`, 'NCT99999902');
  const broken = { protocolSection: { identificationModule: { nctId: 7 } } };
  const expected = ['NCT99999901', 'a study of ClinicalTrials.gov', 'NCT99999902'];

  test.each([
    ['a page', JSON.stringify({ totalCount: 3, studies: [API_STUDY, broken, other], nextPageToken: 'x"]}' })],
    ['a page with white space', JSON.stringify({ studies: [API_STUDY, broken, other] }, undefined, 2)],
    ['a list', JSON.stringify([API_STUDY, broken, other])],
    ['lines', `${[API_STUDY, broken, other].map((one) => JSON.stringify(one)).join('\n')}\n\n`],
  ])('is read one by one from %s', (_, text) => {
    expect(numbersIn(text)).toEqual(expected);
    expect(refusalOf(text).takenFor).toBe('a list of several records');
  });

  test('goes on behind one that is broken, to where the page is cut off', () => {
    const page = JSON.stringify({ studies: [API_STUDY, other] });
    expect(numbersIn(page.slice(0, -200))).toEqual(['NCT99999901', 'broken JSON']);
  });

  test('gives each its own text, in which its places are', () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ studies: [API_STUDY] }));
    const found = read(bytes);
    if (found.kind !== 'record') throw new Error(found.kind);
    expect(found.document.text).toBe(JSON.stringify(API_STUDY));
    expect(new TextDecoder().decode(found.document.bytes)).toBe(found.document.text);
    expect(valuesOf(found.record)).toEqual(valuesOf(recordIn(API_STUDY)));
  });

  test('may have none', () => {
    expect(refusalOf({ studies: [] }).takenFor).toBe('a list without records');
  });
});

describe('nothing is lost', () => {
  type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
  const junk = fc.constantFrom<Json>(null, '', 'zzz', '38', 0, 1.5, true, [], {});

  /** The study with some of its leaves put otherwise, left out, or beside others. */
  const disturbed = (value: Json, odds: fc.GeneratorValue): Json => {
    if (Array.isArray(value))
      return value.map((one) => disturbed(one, odds)).filter(() => odds(fc.nat, 20) > 0);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).flatMap(([name, one]) => {
          const chance = odds(fc.nat, 40);
          if (name === 'identificationModule' || name.endsWith('Section'))
            return [[name, disturbed(one, odds)]];
          if (chance === 0) return [];
          return chance === 1
            ? [
                [name, disturbed(one, odds)],
                [`${name}2`, odds(() => junk)],
              ]
            : [[name, disturbed(one, odds)]];
        }),
      );
    return odds(fc.nat, 10) === 0
      ? odds(() => fc.constantFrom<Json>(null, '', 'zzz', '38', 0, 1.5, true))
      : value;
  };

  test('of a study, whatever it leaves out or says otherwise', () => {
    fc.assert(
      fc.property(fc.gen(), (odds) => {
        const study = disturbed(API_STUDY as unknown as Json, odds) as {
          protocolSection: { identificationModule: { nctId: string } };
        };
        study.protocolSection.identificationModule.nctId = 'NCT99999901';
        expect(losses(bytesOf(JSON.stringify(study)))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('and nothing thrown, however a study is built', () => {
    const odd = fc.json({ maxDepth: 3 }).map((text) => JSON.parse(text) as Json);
    const rebuilt = (value: Json, odds: fc.GeneratorValue): Json => {
      if (odds(fc.nat, 30) === 0) return odds(() => odd);
      if (Array.isArray(value)) return value.map((one) => rebuilt(one, odds));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, rebuilt(one, odds)]));
    };
    fc.assert(
      fc.property(fc.gen(), (odds) => {
        const text = JSON.stringify({
          protocolSection: {},
          ...(rebuilt(API_STUDY as unknown as Json, odds) as object),
        });
        const found = read(bytesOf(text));
        if (found.kind === 'record') expect(losses(bytesOf(text))).toEqual([]);
        else
          expect(found).toMatchObject({ kind: 'refused', missing: expect.stringMatching(/ at |a record/) });
      }),
      { numRuns: 200 },
    );
  });

  test('of a study in the older XML, whatever it leaves out or says otherwise', () => {
    const leaf = /<(?!nct_id)(\w+)((?: \w+="[^"]*")*)(?:\/>|>([^<]*)<\/\1>)/g;
    fc.assert(
      fc.property(fc.gen(), (odds) => {
        const text = OLDER_STUDY.replaceAll(leaf, (whole, name: string, attributes: string) => {
          const chance = odds(fc.nat, 25);
          if (chance === 0) return '';
          if (chance === 1) return `<${name}${attributes}>other &amp; <b>words</b> &#169;</${name}>`;
          if (chance === 2) return `<new_name${attributes}><![CDATA[ a < b ]]></new_name>`;
          return chance === 3 ? `${whole}${whole}` : whole;
        });
        expect(losses(bytesOf(text))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('of a study in the older XML', () => {
    expect(losses(bytesOf(OLDER_STUDY))).toEqual([]);
    expect(losses(bytesOf(OLDER_STUDY.replaceAll('\n', '\r\n')))).toEqual([]);
  });
});
