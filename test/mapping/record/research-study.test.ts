import type { CodeableConcept } from 'fhir/r5.js';
import { describe, expect, it } from 'vitest';
import { codeSystem, structureDefinition } from '../../../src/fhir/canonical.ts';
import { NOT_STATED } from '../../../src/model/fact.ts';
import { OLDER_STUDY } from '../../sources/clinicaltrials-gov/studies.ts';
import { changed, mappedRecord, mappedText, unmarked } from './mapped-record.ts';

const study = (...args: Parameters<typeof mappedRecord>) => mappedRecord(...args).one('ResearchStudy');

const codes = (concept: CodeableConcept | undefined) => [
  ...(concept?.coding ?? []).map(({ code }) => code),
  ...(concept?.text === undefined ? [] : [concept.text]),
];

const OFFICIAL =
  'A Randomized Trial of Velmorin <b> "versus" Placebo & Salt 😀 in Adults With Hillside Fever';

describe('numbers', () => {
  it('are official, of other registries, and related ones that name no registry as their system', () => {
    const { identifier } = study(
      changed('identificationModule', {
        secondaryIdInfos: [
          { id: '2031-004711-18', type: 'EUDRACT_NUMBER' },
          { id: 'NCT99999955', type: 'OTHER', domain: 'Parent trial', link: 'https://parent.example' },
        ],
      }),
    );
    expect(unmarked(identifier)).toEqual([
      { use: 'official', system: 'https://clinicaltrials.gov', value: 'NCT99999901' },
      { use: 'secondary', system: 'https://clinicaltrials.gov', value: 'NCT99999900' },
      { use: 'secondary', value: 'VEL-7', assigner: { display: 'Hillside University' } },
      {
        use: 'secondary',
        type: { text: 'EUDRACT_NUMBER' },
        system: 'https://www.clinicaltrialsregister.eu',
        value: '2031-004711-18',
      },
      {
        use: 'secondary',
        type: { text: 'OTHER' },
        value: 'NCT99999955',
        assigner: { display: 'Parent trial' },
      },
    ]);
  });

  it('give the study its id', () => {
    expect(study().id).toBe('NCT99999901');
  });

  it('lead to the pages that the record names for them', () => {
    const { relatedArtifact = [] } = study(
      changed('identificationModule', {
        secondaryIdInfos: [{ id: 'X-1', type: 'OTHER', link: 'https://x.example/1' }],
      }),
    );
    expect(unmarked(relatedArtifact[0])).toEqual({
      type: 'documentation',
      label: 'Record of X-1',
      document: { url: 'https://x.example/1' },
    });
  });
});

describe('titles', () => {
  it('are the brief one, and labels for the others', () => {
    const { title, label = [] } = study();
    expect(title).toBe('Velmorin for Hillside Fever');
    expect(label.map(({ type, value }) => [codes(type)[0], value])).toEqual([
      ['official', OFFICIAL],
      ['acronym', 'VELO'],
    ]);
  });

  it('in other languages say which', () => {
    const { title, label = [] } = study({}, ({ titles: [brief, official] }) => ({
      titles: [{ ...brief, language: 'de' }, official],
    }));
    expect(title).toBe(OFFICIAL);
    expect(label.map(({ type, value }) => [codes(type)[0], value])).toEqual([
      ['language', 'Velmorin for Hillside Fever'],
    ]);
    expect(label[0]!._value!.extension).toContainEqual({
      url: 'http://hl7.org/fhir/StructureDefinition/language',
      valueCode: 'de',
    });
  });
});

describe('how far the study is', () => {
  it('is its state, its beginning and its end, as they happened or are expected', () => {
    const { progressStatus, period, whyStopped } = study();
    expect(unmarked(progressStatus)).toMatchObject([
      { state: { coding: [{ code: 'terminated' }] } },
      { state: { coding: [{ code: 'overall-study' }] }, period: { start: '2031-08' } },
      { state: { coding: [{ code: 'overall-study' }] }, actual: false, period: { end: '2033-06' } },
    ]);
    expect(unmarked(period)).toEqual({ start: '2031-08', end: '2033-06' });
    expect(whyStopped?.text).toBe('Too few patients');
  });

  it('is no period where the end is before the beginning; both are kept', () => {
    const { period, progressStatus = [] } = study(
      changed('statusModule', {
        startDateStruct: { date: '2033-08-02' },
        completionDateStruct: { date: '2033-08-01' },
      }),
    );
    expect(period).toBeUndefined();
    expect(progressStatus.map((one) => one.period?.start ?? one.period?.end)).toEqual([
      undefined,
      '2033-08-02',
      '2033-08-01',
    ]);
  });

  it('is a period where the end is in the month that it begins in', () => {
    const { period } = study(
      changed('statusModule', {
        startDateStruct: { date: '2033-08-02' },
        completionDateStruct: { date: '2033-08' },
      }),
    );
    expect(unmarked(period)).toEqual({ start: '2033-08-02', end: '2033-08' });
  });

  it('keeps a state that FHIR has no code for in words', () => {
    const { progressStatus = [] } = study(changed('statusModule', { overallStatus: 'HIBERNATING' }));
    expect(progressStatus.flatMap(({ state }) => codes(state))).not.toContain('terminated');
    expect(progressStatus.map(({ state }) => state.text)).toContain('HIBERNATING');
  });
});

describe('what happened to the record', () => {
  const events = (extension: ReturnType<typeof study>['extension'] = []) =>
    extension
      .filter(({ url }) => url.endsWith('/researchStudy-studyRegistration'))
      .map(({ extension: parts = [] }) => [
        parts.find(({ url }) => url === 'activity')?.valueCodeableConcept?.coding?.[0]?.code,
        parts.find(({ url }) => url === 'actual')?.valueBoolean,
        parts.find(({ url }) => url === 'period')?.valuePeriod?.start,
      ]);

  it('is dated by the registration extension of FHIR, actual or expected', () => {
    expect(events(study().extension)).toEqual([
      ['primary-outcome-data-collection', true, '2033-03-05'],
      ['registration-submission', undefined, '2031-05-01'],
      ['registration-submission-qc', undefined, '2031-05-04'],
      ['registration-posting', false, '2031-05-06'],
      ['results-submission', undefined, '2033-07-01'],
      ['results-posting', true, '2033-08-02'],
      ['update-submission', undefined, '2033-10-10'],
      ['update-posting', true, '2033-10-12'],
      ['record-verification', undefined, '2033-10'],
    ]);
  });

  it('is a remark where the date is none', () => {
    const { extension, period } = study({}, ({ milestones }) => ({
      milestones: milestones.map((one) => ({ ...one, date: { ...one.date, value: '2033-02-30' } })),
    }));
    expect(events(extension).map(([, , date]) => date)).toEqual(expect.not.arrayContaining(['2033-02-30']));
    expect(period).toBeUndefined();
    const remarks = extension!.filter(({ url }) => url === structureDefinition('record-remark'));
    expect(remarks.filter(({ valueString }) => valueString === '2033-02-30')).toHaveLength(11);
  });

  it('gives the official number its date of registration', () => {
    const { identifier = [] } = study({}, ({ milestones: [one] }) => ({
      milestones: [{ ...one!, event: 'registered' }],
    }));
    expect(identifier.map(({ period }) => period?.start)).toEqual([
      '2031-08',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the design', () => {
  it('is a concept per feature, in codes of R5 or ours', () => {
    const { studyDesign = [], phase, primaryPurposeType } = study();
    expect(studyDesign.map((one) => codes(one)[0])).toEqual([
      'SEVCO:01001',
      'SEVCO:01003',
      'SEVCO:01011',
      'double-blind',
      'SEVCO:01060',
      'SEVCO:01062',
    ]);
    expect(studyDesign[3]!.coding![0]!.system).toBe(codeSystem('study-design'));
    expect(codes(phase)).toEqual(['phase-2']);
    expect(codes(primaryPurposeType)).toEqual(['treatment', 'TREATMENT']);
  });

  it.each([
    [['PHASE1', 'PHASE2'], 'phase-1-phase-2'],
    [['PHASE2', 'PHASE3'], 'phase-2-phase-3'],
    [['EARLY_PHASE1'], 'early-phase-1'],
    [['NA'], 'n-a'],
    [[], undefined],
  ])('has of phases %j the phase %s', (phases, expected) => {
    expect(codes(study(changed('designModule', { phases })).phase)[0]).toBe(expected);
  });

  it('has a purpose in words where R5 has no code', () => {
    const { primaryPurposeType } = study(
      changed('designModule', { designInfo: { primaryPurpose: 'MAKING_FRIENDS' } }),
    );
    expect(codes(primaryPurposeType)).toEqual(['MAKING_FRIENDS']);
  });

  it('of an observational study is its model and perspective', () => {
    const { studyDesign = [] } = study(
      changed('designModule', {
        studyType: 'OBSERVATIONAL',
        phases: undefined,
        designInfo: { observationalModel: 'CASE_CONTROL', timePerspective: 'PROSPECTIVE' },
      }),
    );
    expect(studyDesign.map((one) => codes(one)[0])).toEqual(['SEVCO:01002', 'SEVCO:01013', 'prospective']);
  });
});

describe('who takes part', () => {
  const numbers = (enrollmentInfo: object | undefined) => {
    const { recruitment } = study(changed('designModule', { enrollmentInfo }));
    return [recruitment?.targetNumber, recruitment?.actualNumber];
  };

  it.each([
    ['actual', { count: 42, type: 'ACTUAL' }, [undefined, 42]],
    ['planned', { count: 42, type: 'ESTIMATED' }, [42, undefined]],
    ['of no kind said, so planned', { count: 42 }, [42, undefined]],
    ['none', undefined, [undefined, undefined]],
  ])('is a number: %s', (_, info, expected) => {
    expect(numbers(info)).toEqual(expected);
  });

  it('does not state a planned number that the record only implies', () => {
    const { recruitment } = study(changed('designModule', { enrollmentInfo: { count: 42 } }));
    expect(recruitment!._targetNumber!.extension).toContainEqual({
      url: structureDefinition('derivation'),
      valueCode: 'derived',
    });
  });

  it('is both where the record states both', () => {
    const { recruitment } = study({}, ({ enrolment }) => ({
      plannedEnrolment: { ...enrolment!.count, value: 60 },
    }));
    expect([recruitment?.targetNumber, recruitment?.actualNumber]).toEqual([60, 42]);
  });
});

describe('terms', () => {
  it('are conditions and keywords, with the MeSH codes that the registry gives', () => {
    const derived = (term: string, id: string) => ({ meshes: [{ id, term }] });
    const text = JSON.stringify({
      protocolSection: {
        identificationModule: { nctId: 'NCT99999902', briefTitle: 'Fever' },
        conditionsModule: { conditions: ['Hillside Fever'], keywords: ['heat'] },
      },
      derivedSection: {
        conditionBrowseModule: derived('Fever', 'D005334'),
        interventionBrowseModule: derived('Velmorin', 'D000001'),
      },
    });
    const { condition = [], keyword = [], focus = [] } = mappedText(text).one('ResearchStudy');
    const system = 'https://www.nlm.nih.gov/mesh';
    expect(unmarked(condition)).toEqual([
      { text: 'Hillside Fever' },
      { coding: [{ system, code: 'D005334', display: 'Fever' }], text: 'Fever' },
    ]);
    expect(unmarked(keyword)).toEqual([{ text: 'heat' }]);
    expect(unmarked(focus)).toEqual([
      { concept: { coding: [{ system, code: 'D000001', display: 'Velmorin' }], text: 'Velmorin' } },
    ]);
  });

  it('keep a code that is none as a remark', () => {
    const { condition = [], extension = [] } = study({}, ({ conditions: [one] }) => ({
      conditions: [
        { ...one!, codes: [{ system: 'mesh', code: { ...one!.text, value: 'a  b' }, display: NOT_STATED }] },
      ],
    }));
    expect(condition[0]!.coding).toBeUndefined();
    expect(extension.map(({ valueString }) => valueString)).toContain('a  b');
  });
});

describe('references', () => {
  it('are pages, and papers by their numbers', () => {
    const { relatedArtifact = [] } = study();
    expect(unmarked(relatedArtifact)).toEqual([
      {
        type: 'citation',
        classifier: [{ text: 'RESULT' }],
        citation: 'Quill A. Velmorin. J Fev. 2033. doi: 10.5555/vel.7.',
        resourceReference: { reference: expect.stringMatching(/^Citation\//) },
      },
      { type: 'documentation', display: 'Home', document: { url: 'https://hillside.example/velo' } },
    ]);
    const { citedArtifact, summary } = mappedRecord().one('Citation');
    expect(unmarked(citedArtifact!.identifier)).toEqual([
      { system: 'https://pubmed.ncbi.nlm.nih.gov', value: '99000001' },
      { system: 'https://doi.org', value: '10.5555/vel.7' },
    ]);
    expect(summary![0]!.text).toMatch(/^Quill A\./);
  });

  it('make no Citation without a number, and keep an address that is none as a remark', () => {
    const mapped = mappedRecord({
      referencesModule: {
        references: [{ type: 'BACKGROUND', citation: 'A book' }],
        seeAlsoLinks: [{ label: 'Home', url: 'see our site' }],
      },
    });
    expect(mapped.all('Citation')).toEqual([]);
    const { relatedArtifact, extension = [] } = mapped.one('ResearchStudy');
    expect(unmarked(relatedArtifact)).toEqual([
      { type: 'citation', classifier: [{ text: 'BACKGROUND' }], citation: 'A book' },
      { type: 'documentation', display: 'Home' },
    ]);
    expect(extension.map(({ valueString }) => valueString)).toContain('see our site');
  });
});

describe('what the trial is by law', () => {
  it('is a classifier where it is so, and a remark where it is not', () => {
    const { classifier = [], extension = [] } = study({
      oversightModule: { isFdaRegulatedDrug: true, isFdaRegulatedDevice: false },
    });
    expect(classifier.map((one) => codes(one)[0])).toEqual(['fda-regulated-drug']);
    expect(extension.map(({ valueString }) => valueString)).toContain('false');
  });
});

describe('what is not stated', () => {
  it('is listed, and is nowhere in the study', () => {
    const bare = mappedText(
      JSON.stringify({ protocolSection: { identificationModule: { nctId: 'NCT99999903' } } }),
    );
    expect(bare.facts.issues.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'Looked for and not stated: title',
        'Looked for and not stated: phase',
        'Looked for and not stated: primary outcome',
      ]),
    );
    const { meta: _, text: __, ...stated } = bare.one('ResearchStudy');
    expect(unmarked(stated)).toEqual({
      resourceType: 'ResearchStudy',
      id: 'NCT99999903',
      identifier: [{ use: 'official', system: 'https://clinicaltrials.gov', value: 'NCT99999903' }],
      status: 'active',
    });
  });

  it('asks observational studies for no phase', () => {
    const { facts } = mappedRecord(changed('designModule', { studyType: 'OBSERVATIONAL', phases: [] }));
    expect(facts.issues.map(({ expression }) => expression)).not.toContain('ResearchStudy.phase');
  });
});

describe('the same trial in the older XML', () => {
  const api = mappedRecord();
  const older = mappedText(OLDER_STUDY);
  const OF_ONE_FORM = new Set(['DocumentReference', 'Provenance']);
  const told = ({ resources }: { resources: typeof api.resources }) =>
    new Map(
      resources
        .filter(({ resourceType }) => !OF_ONE_FORM.has(resourceType))
        .map((one) => [`${one.resourceType}/${one.id}`, one] as const),
    );

  it('gives the same resources', () => {
    expect([...told(older).keys()].toSorted()).toEqual([...told(api).keys()].toSorted());
  });

  it.each([...told(api)])('says the same in %s', (name, resource) => {
    // Whose number another one is, and what each form alone says, differ.
    const alike = ({ identifier: _, extension = [], ...said }: Record<string, unknown>) => ({
      ...said,
      extension: (extension as { url: string }[]).filter(
        ({ url }) => url !== structureDefinition('record-remark'),
      ),
    });
    const expected = alike({ ...resource });
    expect(unmarked(alike({ ...told(older).get(name) }))).toEqual(unmarked(expected));
  });
});
