import { describe, expect, test } from 'vitest';
import { derived } from '../../src/mapping/mark.ts';
import { NOT_STATED } from '../../src/model/fact.ts';
import { said, trial } from '../fixtures/trial.ts';
import { copied, mapped, mark, restated } from './mapped.ts';

describe('ResearchStudy', () => {
  const { one, follow } = mapped();
  const study = one('ResearchStudy');

  test('takes its id from the first registry in order, whichever is named first', () => {
    expect(study.id).toBe('NCT99999999');
    expect(study.identifier?.map(({ use, system, value }) => [use, system, value])).toEqual([
      ['official', 'https://clinicaltrials.gov', 'NCT99999999'],
      ['secondary', 'https://www.isrctn.com', 'ISRCTN00000000'],
    ]);
    expect(study.identifier?.[0]?.period?.start).toBe('2029-02-03');
    expect(mark(study.identifier?.[0]?.period?._start)).toMatchObject(copied('2029-02-03'));
    expect(study.identifier?.[1]).not.toHaveProperty('period');
  });

  test('has the title, its translation, and the registry record', () => {
    expect(study.title).toBe('𝛽-Velocell for glass lung: a three-arm trial');
    expect(mark(study._title)).toMatchObject(copied(study.title!));
    const [label] = study.label ?? [];
    expect(label?.type?.coding?.[0]?.code).toBe('language');
    expect(label?.value).toBe('Velocell bei Glaslunge');
    expect(mark(label?._value)).toMatchObject(restated('Velocell bei Glaslunge'));
    expect(study.relatedArtifact?.map(({ type, label: name }) => [type, name])).toEqual([
      ['citation', undefined],
      ['documentation', 'Registry record'],
    ]);
    expect(study.relatedArtifact?.[1]?.document?.url).toBe('https://registry.invalid/NCT99999999');
  });

  test('codes phase and design, each feature with its words', () => {
    expect(study.phase?.coding?.[0]).toMatchObject({
      system: 'http://hl7.org/fhir/research-study-phase',
      code: 'phase-2',
    });
    expect(mark(study.phase)).toMatchObject(restated('phase 2'));
    expect(study.studyDesign?.map(({ coding, text }) => [coding?.[0]?.code, text])).toEqual([
      ['SEVCO:01001', undefined],
      ['SEVCO:01003', 'randomised'],
      ['SEVCO:01008', 'permuted blocks'],
      ['open-label', 'open-label'],
      ['standard-care-controlled', 'usual care'],
      ['SEVCO:01043', 'multicentre'],
    ]);
    expect(mark(study.studyDesign?.[0]).derivation).toEqual(['derived']);
    expect(mark(study.studyDesign?.[3])).toMatchObject(restated('open-label'));
  });

  test('does not give a design that only follows from the source words that are not its own', () => {
    const allocation = derived(said('usual care'), 'non-randomised' as const);
    const [, design] =
      mapped({ design: { ...trial.design, allocation } }).one('ResearchStudy').studyDesign ?? [];
    expect(design?.coding?.[0]?.code).toBe('SEVCO:01005');
    expect(design?.text).toBe('non-randomised');
    expect(mark(design)).toMatchObject({ derivation: ['derived'], originalText: ['usual care'] });
  });

  test('is not called interventional where nobody is given anything', () => {
    const arms = trial.arms.map((arm) => ({ ...arm, administrations: [] }));
    const codes = mapped({ arms })
      .one('ResearchStudy')
      .studyDesign?.map(({ coding }) => coding?.[0]?.code);
    expect(codes).not.toContain('SEVCO:01001');
  });

  test('tells planned from enrolled, and keeps the analysed out', () => {
    expect(study.recruitment).toMatchObject({ targetNumber: 60, actualNumber: 48 });
    expect(mark(study.recruitment?._actualNumber)).toMatchObject(copied('48'));
    const unknown = mapped({ enrolled: NOT_STATED, planned: NOT_STATED }).one('ResearchStudy');
    expect(Object.keys(unknown.recruitment ?? {})).toEqual(['eligibility']);
    expect(
      mapped({ enrolled: NOT_STATED, planned: NOT_STATED, eligibility: [] }).one('ResearchStudy'),
    ).not.toHaveProperty('recruitment');
  });

  test('has condition, objective and period', () => {
    expect(study.condition?.map(({ text }) => text)).toEqual(['glass lung']);
    expect(study.objective?.[0]?.description).toBe('to learn whether Velocell helps');
    expect(study.period).toMatchObject({ start: '2029-03', end: '2030-11' });
    expect(mark(study.period?._end)).toMatchObject(copied('2030-11'));
  });

  test('has a comparison group per arm', () => {
    expect(study.comparisonGroup?.map(({ linkId, name }) => [linkId, name])).toEqual([
      ['cell-arm', 'cell arm'],
      ['cell-and-vesicle-arm', 'cell-and-vesicle arm'],
      ['usual-care-arm', 'usual care arm'],
      [undefined, 'matched registry patients'],
    ]);
    const [cells, vesicles, care] = study.comparisonGroup ?? [];
    expect(cells?.type?.coding?.[0]?.code).toBe('experimental');
    expect(cells?.type).not.toHaveProperty('text');
    expect(vesicles).not.toHaveProperty('type');
    expect(care?.type).toMatchObject({ text: 'usual care' });
    expect(care?.type).not.toHaveProperty('coding');
    expect(follow(cells?.intendedExposure?.[0])).toMatchObject({ title: 'cell arm', actual: false });
  });

  test('observes the enrolled of an arm only where they are stated', () => {
    const [cells, vesicles] = study.comparisonGroup ?? [];
    expect(follow(cells?.observedGroup)).toMatchObject({ name: 'cell arm: enrolled', quantity: 12 });
    expect(vesicles).not.toHaveProperty('observedGroup');
  });

  test('does not enrol controls found elsewhere, whatever is said of them', () => {
    const enrolled = trial.arms[0]!.enrolled;
    const arms = trial.arms.map((arm) => (arm.membership === 'external' ? { ...arm, enrolled } : arm));
    const { one: find, all } = mapped({ arms });
    const controls = find('ResearchStudy').comparisonGroup?.[3];
    expect(controls?.type?.text).toBe('external control');
    expect(mark(controls?.type).derivation).toEqual(['derived']);
    expect(controls).not.toHaveProperty('linkId');
    expect(controls).not.toHaveProperty('observedGroup');
    expect(all('Group').map(({ name }) => name)).not.toContain('matched registry patients: enrolled');
  });

  test('measures each effect at each of its times, and neither baseline nor adverse events', () => {
    expect(study.outcomeMeasure?.map(({ name, description }) => [name, description])).toEqual([
      ['Death', 'day 28'],
      ['Death', undefined],
      ['Ferritin', undefined],
      ['Hospital stay', undefined],
      ['Lung score', undefined],
      ['Survival', undefined],
      ['wait', undefined],
    ]);
    expect(study.outcomeMeasure?.[0]?.type?.[0]?.coding?.[0]?.code).toBe('primary');
    expect(study.outcomeMeasure?.[2]).not.toHaveProperty('type');
    expect(follow(study.outcomeMeasure?.[0]?.reference)).toMatchObject({ title: 'Death, day 28' });
  });

  test('leads to its report and its protocol', () => {
    expect(follow(study.result?.[0])?.resourceType).toBe('EvidenceReport');
    expect(follow(study.protocol?.[0])?.resourceType).toBe('PlanDefinition');
  });
});
