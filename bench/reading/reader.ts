import type {
  Evidence,
  EvidenceStatisticAttributeEstimate,
  EvidenceVariable,
  FhirResource,
  Group,
  ResearchStudy,
} from 'fhir/r5.js';
import { structureDefinition } from '../../src/fhir/canonical.ts';
import type { Mapped } from '../../src/pipeline.ts';
import { createMapper } from '../../src/pipeline.ts';
import { createValidator } from '../../src/validation/validate.ts';

/** A number that an Evidence reports of a group. */
interface Reported {
  /** The code of what kind of number it is. */
  readonly type: string | undefined;
  readonly value: string;
  readonly numberAffected?: string;
  readonly n?: string;
  readonly standardDeviation?: string;
}

/** An Evidence as a reader of FHIR sees it: names and codes that its references lead to. */
export interface Found {
  readonly outcome: string;
  /** The variable measured: the outcome at one time. */
  readonly variable: string;
  readonly exposure: string;
  readonly reference: string;
  readonly direction: string | undefined;
  /** The sentence it stands in, and its place in the document in code points. */
  readonly quote: string;
  readonly place: { readonly from: number; readonly to: number };
  readonly values: readonly Reported[];
}

/** What became of a document. */
export interface Outcome {
  readonly refused: string | undefined;
  readonly found: readonly Found[];
  /** Each arm with how many entered it, and all who did. */
  readonly arms: readonly { readonly name: string; readonly enrolled: number | undefined }[];
  readonly enrolled: number | undefined;
  /** Each Group with how many are in it: those enrolled, treated or analysed in an arm, or in all. */
  readonly groups: readonly { readonly name: string; readonly size: number }[];
}

const map = createMapper(createValidator());

/** Documents through the product, up to valid resources. */
export const mapText = (text: string): Mapped => {
  const [first] = map(new TextEncoder().encode(text));
  if (first === undefined) throw new Error('no document');
  return first;
};

const STANDARD_DEVIATION = 'C53322';

const deviationIn = (estimates: readonly EvidenceStatisticAttributeEstimate[] = []) => {
  const found = estimates.find(({ type }) => type?.coding?.some(({ code }) => code === STANDARD_DEVIATION));
  return found && { standardDeviation: String(found.quantity?.value ?? '') };
};

const DIRECTION = structureDefinition('evidence-direction');

const DERIVED_FROM = 'http://hl7.org/fhir/StructureDefinition/derivation-reference';

const placeOf = ({ _description }: Evidence): Found['place'] => {
  const parts = _description?.extension?.find(({ url }) => url === DERIVED_FROM)?.extension ?? [];
  const part = (name: string): number => parts.find(({ url }) => url === name)?.valueInteger ?? 0;
  return { from: part('offset'), to: part('offset') + part('length') };
};

const foundIn = (evidence: Evidence, title: (reference: string | undefined) => string): Found => {
  const referenceOf = (role: string): string | undefined => {
    const one = evidence.variableDefinition.find(({ variableRole }) =>
      variableRole.coding?.some(({ code }) => code === role),
    );
    return (one?.intended ?? one?.observed)?.reference;
  };
  const named = (role: string): string => title(referenceOf(role));
  return {
    outcome: named('measuredVariable'),
    variable: referenceOf('measuredVariable') ?? '',
    exposure: named('exposure'),
    reference: named('referenceExposure'),
    direction: evidence.extension?.find(({ url }) => url === DIRECTION)?.valueCodeableConcept?.coding?.[0]
      ?.code,
    quote: evidence.description ?? '',
    place: placeOf(evidence),
    values: (evidence.statistic ?? []).map(
      ({ statisticType, quantity, numberAffected, sampleSize, attributeEstimate }) => ({
        type: statisticType?.coding?.[0]?.code,
        value: String(quantity?.value ?? ''),
        ...deviationIn(attributeEstimate),
        ...(numberAffected !== undefined && { numberAffected: String(numberAffected) }),
        ...(sampleSize?.knownDataCount !== undefined && { n: String(sampleSize.knownDataCount) }),
      }),
    ),
  };
};

/** Reads a document as a client would read what it became. */
export const readText = (text: string): Outcome => {
  const mapped = mapText(text);
  if (mapped.kind === 'refused')
    return {
      refused: mapped.issues.map((issue) => JSON.stringify(issue)).join('; '),
      found: [],
      arms: [],
      enrolled: undefined,
      groups: [],
    };
  const all: readonly FhirResource[] = mapped.resources.map(({ value }) => value);
  const byReference = new Map(all.map((one) => [`${one.resourceType}/${one.id}`, one]));
  const title = (reference: string | undefined): string => {
    const one = byReference.get(reference ?? '') as EvidenceVariable | Group | undefined;
    return (one?.resourceType === 'Group' ? one.name : one?.title) ?? '';
  };
  const study = all.find((one): one is ResearchStudy => one.resourceType === 'ResearchStudy');
  return {
    refused: undefined,
    found: all
      .filter((one): one is Evidence => one.resourceType === 'Evidence')
      .map((one) => foundIn(one, title)),
    arms: (study?.comparisonGroup ?? []).map(({ name, observedGroup }) => ({
      name,
      enrolled: (byReference.get(observedGroup?.reference ?? '') as Group | undefined)?.quantity,
    })),
    enrolled: study?.recruitment?.actualNumber,
    groups: all.flatMap((one) =>
      one.resourceType === 'Group' && one.quantity !== undefined
        ? [{ name: one.name ?? '', size: one.quantity }]
        : [],
    ),
  };
};
