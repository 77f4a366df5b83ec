import { structureDefinition } from '../../src/fhir/canonical.ts';
import { addressOf, defined, only } from './select.ts';
import type { ServedTrial } from './trial.ts';
import type { Served } from './written.ts';

type Statistic = NonNullable<Served<'Evidence'>['statistic']>[number];
type Estimate = NonNullable<Statistic['attributeEstimate']>[number];

const DIRECTION = structureDefinition('evidence-direction');

/** https://hl7.org/fhir/R5/valueset-statistic-type.html and https://hl7.org/fhir/R5/valueset-attribute-estimate-type.html */
const NAMES: Readonly<Record<string, string>> = {
  C25463: 'count',
  C44256: 'proportion',
  C28007: 'median',
  C93152: 'relative risk',
  C53324: 'confidence interval',
  C53245: 'interquartile range',
  C44185: 'P value',
};

const nameOf = (type: Statistic['statisticType']): string | undefined =>
  type &&
  only(
    (type.coding ?? []).map(({ code = '' }) => NAMES[code] ?? code),
    'codes',
  );

const withUnit = (quantity: Statistic['quantity'], value = quantity?.value): string | undefined =>
  value && [value, ...(quantity?.unit ? [quantity.unit] : [])].join(' ');

const estimateFacts = (estimate: Estimate): readonly [string, string] => {
  const { type, quantity, level, range } = estimate;
  const bounds = range && `${withUnit(range.low)} to ${withUnit(range.high)}`;
  const value = quantity && [quantity.comparator, quantity.value].filter((one) => one).join(' ');
  return [nameOf(type) ?? '', [level, bounds, value].filter((one) => one !== undefined).join(': ')];
};

/** A statistic as a list of facts: what it is, its value, of how many, and what is estimated about it. */
const statisticFacts = (statistic: Statistic) => {
  const { statisticType, quantity, numberAffected, numberOfEvents, sampleSize } = statistic;
  return defined({
    type: nameOf(statisticType),
    value: withUnit(quantity),
    affected: numberAffected,
    events: numberOfEvents,
    of: sampleSize?.knownDataCount,
    ...Object.fromEntries((statistic.attributeEstimate ?? []).map(estimateFacts)),
    test: statistic.modelCharacteristic?.map(({ code }) =>
      defined({ text: code.text, coding: code.coding?.map(({ code: one }) => one) }),
    ),
  });
};

const variableOf = (evidence: Served<'Evidence'>, role: string) => {
  const found = evidence.variableDefinition.filter(({ variableRole }) =>
    variableRole.coding?.some(({ code }) => code === role),
  );
  return found.length === 0 ? undefined : only(found, `${role} in ${evidence.title}`);
};

const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

const isAbsent = (
  element: { readonly extension?: readonly { readonly url: string }[] | undefined } | undefined,
): boolean => element?.extension?.some(({ url }) => url === ABSENT) ?? false;

/** Whom a result is about: what was intended for them, else the Group itself, else that this is not stated. */
const peopleOf = ({ follow }: ServedTrial, evidence: Served<'Evidence'>, role: string) => {
  const variable = variableOf(evidence, role);
  if (variable === undefined) return;
  if (isAbsent(variable.observed)) return { name: 'not stated' };
  const group = variable.observed && follow('Group', variable.observed);
  const name = variable.intended ? follow('EvidenceVariable', variable.intended).title : group?.name;
  return { name, ...(group && { n: group.quantity }) };
};

const timeOf = (outcome: Served<'EvidenceVariable'> | undefined): string | undefined => {
  const [time] = outcome?.characteristic?.[0]?.timeFromEvent ?? [];
  return time?.quantity ? `${time.quantity.value} ${time.quantity.code}` : time?.description;
};

const evidenceFact = (trial: ServedTrial, evidence: Served<'Evidence'>, section: string | undefined) => {
  const measured = variableOf(evidence, 'measuredVariable');
  const outcome = measured && trial.follow('EvidenceVariable', measured.observed);
  const direction = evidence.extension?.find(({ url }) => url === DIRECTION)?.valueCodeableConcept;
  return defined({
    section,
    outcome: outcome?.characteristic?.[0]?.description,
    time: timeOf(outcome),
    event: outcome?.characteristic?.[0]?.timeFromEvent?.[0]?.eventCodeableConcept?.text,
    exposure: peopleOf(trial, evidence, 'exposure'),
    reference: peopleOf(trial, evidence, 'referenceExposure'),
    direction: direction?.coding?.[0]?.code,
    assertion: evidence.assertion,
    statistics: evidence.statistic?.map(statisticFacts),
  });
};

const reported = (trial: ServedTrial) =>
  (trial.one('EvidenceReport').section ?? []).flatMap(({ title, entryReference = [] }) =>
    entryReference.map((entry) => {
      const evidence = trial.follow('Evidence', entry);
      return { evidence, fact: evidenceFact(trial, evidence, title) };
    }),
  );

/** All evidence of a trial as facts, in the order of its report, section by section. */
export const evidenceFacts = (trial: ServedTrial) => reported(trial).map(({ fact }) => fact);

/** What to look for: the outcome, and where that is not enough its time and whom it is about. */
export interface About {
  readonly section: string;
  readonly outcome?: string;
  readonly time?: string;
  readonly exposure?: string;
  readonly reference?: string;
}

const reportedAbout = (trial: ServedTrial, about: About) =>
  only(
    reported(trial).filter(
      ({ fact }) =>
        fact.section === about.section &&
        fact.outcome === about.outcome &&
        fact.time === about.time &&
        fact.exposure?.name === about.exposure &&
        fact.reference?.name === about.reference,
    ),
    JSON.stringify(about),
  );

/** The only evidence about this, without what was asked for. A time or a reference not asked for must be absent. */
export const evidenceOf = (trial: ServedTrial, about: About) => {
  const { exposure, reference, ...fact } = reportedAbout(trial, about).fact;
  const { section: _, outcome: __, time: ___, ...rest } = fact;
  return { ...rest, ...(exposure?.n && { n: exposure.n }), ...(reference?.n && { referenceN: reference.n }) };
};

/** The resource of the only evidence about this. */
export const evidenceResource = (trial: ServedTrial, about: About): Served<'Evidence'> =>
  reportedAbout(trial, about).evidence;

/** The addresses of all evidence that the report leads to. */
export const evidenceAddresses = ({ one, follow }: ServedTrial): readonly string[] =>
  (one('EvidenceReport').section ?? []).flatMap(({ entryReference = [] }) =>
    entryReference.map((entry) => addressOf(follow('Evidence', entry))),
  );
