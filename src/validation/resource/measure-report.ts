import type {
  CodeableConcept,
  Measure,
  MeasureGroup,
  MeasureGroupPopulation,
  MeasureReport,
  MeasureReportGroup,
  MeasureReportGroupPopulation,
} from 'fhir/r5.js';
import { findCanonical } from '../find-canonical.ts';
import { asObject, type Instance } from '../instance.ts';
import { isReadableResource } from '../readable-resource.ts';
import { resolveReference } from '../resolve.ts';
import type { Check, Run } from '../run.ts';
import { checkMeasureScore } from './measure-score.ts';
import { isSameConcept } from './same-concept.ts';

/** What both a measure and its reports have: groups, populations and stratifiers. */
interface Part {
  readonly linkId?: string | undefined;
  readonly code?: CodeableConcept | undefined;
}

interface Report {
  readonly run: Run;
  readonly measure: Measure;
  readonly type: MeasureReport['type'];
  readonly issue: (rule: string, text: string, at: Instance) => void;
}

const named = ({ linkId, code }: Part): string =>
  linkId ?? code?.coding?.map((coding) => coding.code).join(', ') ?? code?.text ?? 'without linkId and code';

const isSamePart = (own: Part, defined: Part): boolean =>
  own.linkId !== undefined && defined.linkId !== undefined
    ? own.linkId === defined.linkId
    : own.code !== undefined && defined.code !== undefined && isSameConcept(own.code, defined.code);

/** Pairs the parts of a report with those of the measure; tells of those that have no counterpart. */
const paired = <P extends Part>(
  { issue }: Report,
  kind: string,
  place: Instance,
  reported: readonly Instance[],
  defined: readonly P[],
  isOptional: (part: P) => boolean,
): readonly (readonly [Instance, P])[] => {
  const pairs: (readonly [Instance, P])[] = [];
  for (const at of reported) {
    const own = at.value as Part;
    // One that is the only one needs no name.
    const isOnly = reported.length === 1 && defined.length === 1;
    const isNamed = own.linkId !== undefined || own.code !== undefined;
    const found = isOnly && !isNamed ? defined[0] : defined.find((part) => isSamePart(own, part));
    if (found === undefined) issue('measure-part', `The measure has no ${kind} ${named(own)}`, at);
    else if (pairs.some(([, part]) => part === found))
      issue('measure-part', `The ${kind} ${named(found)} is there twice`, at);
    else pairs.push([at, found]);
    const { code } = own;
    if (found?.code && code && !isSameConcept(code, found.code))
      issue('measure-part', `The ${kind} ${named(own)} has another code in the measure`, at);
  }
  for (const part of defined) {
    if (isOptional(part) || pairs.some(([, one]) => one === part)) continue;
    issue('measure-part', `The ${kind} ${named(part)} of the measure is missing`, place);
  }
  return pairs;
};

/** How many subjects a reference stands for, as far as it can be known: those of a list or group, else the one it leads to. */
const subjectCount = (reference: string, from: Instance, run: Run): number | undefined => {
  const found = resolveReference(reference, from, run);
  if (found && !/^(?:List|Group)$/.test(found.instance.type)) return 1;
  const value = found?.isAtHand ? asObject(found.instance.value) : undefined;
  const listed = value?.resourceType === 'List' ? value.entry : value?.member;
  if (value?.resourceType === 'Group' && typeof value.quantity === 'number') return value.quantity;
  return Array.isArray(listed) ? listed.length : undefined;
};

const checkPopulation = ({ run, type, issue }: Report, at: Instance): void => {
  const { count, subjectResults } = at.value as MeasureReportGroupPopulation;
  const reference = subjectResults?.reference;
  if (subjectResults !== undefined && type !== 'subject-list')
    issue(
      'measure-subjects',
      `Only a report of type subject-list lists subjects, not one of type ${type}`,
      at,
    );
  if (type !== 'subject-list' || count === undefined || reference === undefined) return;
  const subjects = subjectCount(reference, at, run);
  if (subjects !== undefined && subjects !== count)
    issue('measure-count', `The count is ${count}, but ${subjects} subjects are listed`, at);
};

const MEASURE_POPULATION = 'http://terminology.hl7.org/CodeSystem/measure-population';

/** Observations are made of members of populations; a report has no population of them. */
const isObservation = ({ code }: MeasureGroupPopulation): boolean =>
  (code?.coding ?? []).some(
    (coding) => coding.system === MEASURE_POPULATION && coding.code === 'measure-observation',
  );

const checkGroup = (report: Report, at: Instance, group: MeasureGroup): void => {
  const { population = [], stratifier = [] } = group;
  const never = (): boolean => false;
  const populations = at.children('population');
  for (const [own] of paired(report, 'population', at, populations, population, isObservation))
    checkPopulation(report, own);
  paired(report, 'stratifier', at, at.children('stratifier'), stratifier, never);
  const value = at.value as MeasureReportGroup;
  checkMeasureScore(value, group, report.measure, report.type, (text) =>
    report.issue('measure-score', text, at),
  );
};

/** Checks a report by its measure, if that is known: https://hl7.org/fhir/R5/measurereport.html */
export const checkMeasureReport = ({ run, instance }: Check): void => {
  const { measure: canonical, type } = instance.value as MeasureReport;
  if (canonical === undefined) return;
  const measure = canonical.startsWith('#')
    ? resolveReference(canonical, instance, run)?.instance.value
    : findCanonical(run, 'Measure', canonical);
  if (!isReadableResource<Measure>(measure, 'Measure', run)) {
    const text = `The measure ${canonical} is not known here, so the report is not checked by it`;
    run.report({ severity: 'warning', code: 'not-found', rule: 'measure-unknown', text }, instance);
    return;
  }
  const issue: Report['issue'] = (rule, text, at) =>
    run.report({ severity: 'error', code: 'business-rule', rule, text }, at);
  const report = { run, measure, type, issue };
  // Data that is collected for a measure need not be that for all of it.
  const isOptional = (): boolean => type === 'data-exchange';
  const groups = instance.children('group');
  for (const [at, group] of paired(report, 'group', instance, groups, measure.group ?? [], isOptional))
    checkGroup(report, at, group);
};
