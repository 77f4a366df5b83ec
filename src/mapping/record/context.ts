import type { Reference } from 'fhir/r5.js';
import { type Stated, stated } from '../../model/fact.ts';
import type { Arm, Intervention, OutcomeMeasure } from '../../model/record/protocol.ts';
import type { RegistryRecord, Title } from '../../model/record/record.ts';
import type { SourceDocument } from '../../model/source-document.ts';
import { asId, type RegistryNumber, sha256, studyId, uniqueKeys } from '../id.ts';
import { REGISTRY_SYSTEMS } from '../identifier-systems.ts';
import { createStudyContext, type StudyContext } from '../study-context.ts';

/** What the mappers of a record's resources share. */
export interface RecordContext extends StudyContext {
  readonly record: RegistryRecord;
  /** What tells an arm, intervention or outcome apart from the record's others: no two have the same. */
  readonly keyOf: (thing: Arm | Intervention | OutcomeMeasure) => string;
  /** The first arm, intervention or outcome with the key the record's reader gave it. */
  readonly arm: (key: string) => Arm | undefined;
  readonly intervention: (key: string) => Intervention | undefined;
  /** The planned outcome with this very name, and role if it is known; the first where several have it. */
  readonly outcome: (name: string, role?: OutcomeMeasure['role']) => OutcomeMeasure | undefined;
}

/** The record's number and those that it says are this very trial's, by registry. */
const registrationsOf = ({ identifiers }: RegistryRecord): readonly RegistryNumber[] =>
  identifiers.flatMap(({ role, registry, value }) =>
    registry !== undefined && (role === 'own' || role === 'same-trial') ? [{ registry, number: value }] : [],
  );

/** The numbers that may name the study: of the record's own registry only its present one. */
const namingNumbers = (record: RegistryRecord): readonly RegistryNumber[] => {
  const [{ registry: own, value }] = record.identifiers;
  return registrationsOf(record).filter(({ registry, number }) => registry !== own || number === value);
};

/** The title the study goes by: the brief one in the record's own language, else the first. */
export const titleOf = ({ titles }: RegistryRecord): Title | undefined =>
  titles.find(({ kind, language }) => kind === 'brief' && language === undefined) ??
  titles.find(({ language }) => language === undefined) ??
  titles[0];

const named = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

const described = ({ description }: { readonly description: Stated<string> }): string =>
  stated(description) ?? '';

/** Looks a record over once. */
export const createRecordContext = (
  record: RegistryRecord,
  document: SourceDocument,
  stored: string | undefined,
): RecordContext => {
  const study = stored ?? studyId(namingNumbers(record), undefined, sha256(document.bytes));
  const source = { system: REGISTRY_SYSTEMS[record.registry], value: record.identifiers[0].value.value };
  const { arms, interventions, outcomes } = record;
  const keys = new Map<Arm | Intervention | OutcomeMeasure, string>([
    ...uniqueKeys(arms, [({ key }) => key, ({ type }) => stated(type) ?? '', described]),
    ...uniqueKeys(interventions, [({ key }) => key, ({ type }) => stated(type) ?? '', described]),
    ...uniqueKeys(outcomes, [
      ({ role, key }) => `${role} ${key}`,
      ({ timeFrame }) => stated(timeFrame) ?? '',
      described,
    ]),
  ]);
  const byName = Map.groupBy(outcomes, ({ name }) => named(name.value));
  return {
    ...createStudyContext(document, study, titleOf(record)?.text.value, source),
    record,
    keyOf: (thing) => keys.get(thing) ?? thing.key,
    arm: (key) => arms.find((arm) => arm.key === key),
    intervention: (key) => interventions.find((intervention) => intervention.key === key),
    outcome: (name, role) => {
      const same = byName.get(named(name)) ?? [];
      return same.find((outcome) => outcome.role === role) ?? same[0];
    },
  };
};

const variable = (id: string): Reference => ({ reference: `EvidenceVariable/${id}` });

// An intervention's number stands behind its arm's id, and both are FHIR ids.
const LONGEST_ARM = 54;

/** What names an arm in the study and its action in the protocol. */
export const armLinkId = ({ keyOf }: RecordContext, arm: Arm): string => asId(keyOf(arm), LONGEST_ARM);

/** What those in an arm are exposed to. */
export const armVariable = (context: RecordContext, arm: Arm): Reference =>
  variable(context.makeId(arm.name.value, ['EvidenceVariable', 'exposure', `arm ${context.keyOf(arm)}`]));

/** An outcome as it is planned, with its time frame. */
export const outcomeVariable = (context: RecordContext, outcome: OutcomeMeasure): Reference =>
  variable(context.makeId(outcome.name.value, ['EvidenceVariable', 'outcome', context.keyOf(outcome)]));
