import { describe, expect, test } from 'vitest';
import { indexed } from './indexed.ts';

const GENDER = 'http://hl7.org/fhir/administrative-gender';
const PHASE = 'http://terminology.hl7.org/CodeSystem/research-study-phase';

const observation = (code: object): object => ({ resourceType: 'Observation', status: 'final', code });
const patient = (more: object): object => ({ resourceType: 'Patient', ...more });
const research = (more: object): object => ({ resourceType: 'ResearchStudy', status: 'active', ...more });

describe('what a token parameter finds', () => {
  test.each<[string, object, string, readonly string[]]>([
    [
      'a code, of the only system its value set has',
      patient({ gender: 'male' }),
      'Patient.gender',
      [`${GENDER}|male (case)`],
    ],
    ['a code whose value set has none only', research({}), 'ResearchStudy.phase', []],
    [
      'the name of a language, in any case',
      patient({ language: 'en-US' }),
      'Resource._language',
      ['urn:ietf:bcp:47|en-us'],
    ],
    [
      'every coding of a concept',
      observation({
        coding: [
          { system: 'http://loinc.org', code: 'ABC-4' },
          { system: PHASE, code: 'N-a' },
        ],
      }),
      'Observation.code',
      ['http://loinc.org|abc-4', `${PHASE}|N-a (case)`],
    ],
    [
      'the same coding once',
      observation({ coding: [{ code: 'A' }, { code: 'a' }] }),
      'Observation.code',
      ['|a'],
    ],
    ['a concept of text alone: no code', observation({ text: 'Pulse' }), 'Observation.code', ['|null']],
    [
      'text and displays beside it',
      observation({ text: 'Heart rate', coding: [{ code: 'x', display: 'Pulse!' }] }),
      'Observation.code:text',
      ['heart rate = Heart rate', 'pulse = Pulse!'],
    ],
    ['no text of a code alone', observation({ coding: [{ code: 'x' }] }), 'Observation.code:text', []],
    [
      'an identifier',
      patient({ identifier: [{ system: 'urn:X', value: 'Ab1' }, { value: '2' }] }),
      'Patient.identifier',
      ['urn:X|ab1', '|2'],
    ],
    [
      'an identifier without a value',
      patient({ identifier: [{ system: 'urn:X' }] }),
      'Patient.identifier',
      ['urn:X|null'],
    ],
    [
      'an identifier by its type',
      patient({
        identifier: [
          {
            value: 'A1',
            type: { coding: [{ system: 'urn:T', code: 'MR' }, { code: 'PI' }], text: 'Record' },
          },
          { value: 'A2' },
        ],
      }),
      'Patient.identifier:of-type',
      ['urn:T|MR|a1', '|PI|a1'],
    ],
    [
      'the text of the type of an identifier',
      patient({ identifier: [{ value: 'A1', type: { text: 'Record' } }] }),
      'Patient.identifier:text',
      ['record = Record'],
    ],
    [
      'a contact point, by its kind',
      patient({ telecom: [{ system: 'email', value: 'Ann@X.org' }] }),
      'Patient.telecom',
      ['|ann@x.org', 'email|ann@x.org'],
    ],
    [
      'only the contact points asked for',
      patient({
        telecom: [
          { system: 'email', value: 'a@x.org' },
          { system: 'phone', value: '1' },
        ],
      }),
      'Patient.phone',
      ['|1', 'phone|1'],
    ],
    ['a boolean', patient({ active: false }), 'Patient.active', ['|false']],
    ['whether something is there: no', patient({}), 'Patient.deceased', ['|false']],
    [
      'whether something is there: it is false',
      patient({ deceasedBoolean: false }),
      'Patient.deceased',
      ['|false'],
    ],
    [
      'whether something is there: a date',
      patient({ deceasedDateTime: '2020' }),
      'Patient.deceased',
      ['|true'],
    ],
    ['a string', research({ version: 'V1' }), 'ResearchStudy.version', ['|v1']],
    [
      'the concept of a CodeableReference',
      research({
        focus: [{ concept: { coding: [{ code: 'c' }] } }, { reference: { reference: 'Device/1' } }],
      }),
      'ResearchStudy.focus-code',
      ['|c'],
    ],
    [
      'nothing of an element that has only extensions',
      { resourceType: 'Patient', _gender: { extension: [{ url: 'urn:e', valueString: 'x' }] } },
      'Patient.gender',
      [],
    ],
    [
      'the state of a study, not its status',
      research({ progressStatus: [{ state: { coding: [{ code: 'recruiting' }] } }] }),
      'ResearchStudy.state',
      ['|recruiting'],
    ],
    [
      'a tag, under a key of all types',
      patient({ meta: { tag: [{ system: 'urn:t', code: 'T' }] } }),
      'Resource._tag',
      ['urn:t|t'],
    ],
  ])('%s', (_, resource, key, expected) => {
    expect(indexed(resource, key)).toEqual(expected);
  });
});

test.each([1, 40])('the same token is kept once among %i others', (others) => {
  const own = { system: 'urn:own', value: 'a' };
  const different = Array.from({ length: others }, (_, at) => ({ system: 'urn:own', value: `b${at}` }));
  const found = indexed(
    patient({ identifier: [own, ...different, own, { value: 'a' }] }),
    'Patient.identifier',
  );
  expect(found).toEqual(['urn:own|a', ...different.map(({ value }) => `urn:own|${value}`), '|a']);
});
