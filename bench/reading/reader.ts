import type { Evidence, EvidenceVariable, FhirResource, Group, ResearchStudy } from 'fhir/r5.js';
import { structureDefinition } from '../../src/fhir/canonical.ts';
import type { Mapped } from '../../src/pipeline.ts';
import { createMapper } from '../../src/pipeline.ts';
import { createValidator } from '../../src/validation/validate.ts';

/** A number that an Evidence reports of a group. */
interface Reported {
  readonly value: string;
  readonly numberAffected?: string;
  readonly n?: string;
}

/** An Evidence as a reader of FHIR sees it: names and codes that its references lead to. */
export interface Found {
  readonly outcome: string;
  readonly exposure: string;
  readonly reference: string;
  readonly direction: string | undefined;
  /** The sentence it stands in. */
  readonly quote: string;
  readonly values: readonly Reported[];
}

/** What became of a document. */
export interface Outcome {
  readonly refused: string | undefined;
  readonly found: readonly Found[];
  /** Each arm with how many entered it, and all who did. */
  readonly arms: readonly { readonly name: string; readonly enrolled: number | undefined }[];
  readonly enrolled: number | undefined;
}

const map = createMapper(createValidator());

/** Documents through the product, up to valid resources. */
export const mapText = (text: string): Mapped => {
  const [first] = map(new TextEncoder().encode(text));
  if (first === undefined) throw new Error('no document');
  return first;
};

const DIRECTION = structureDefinition('evidence-direction');

const foundIn = (evidence: Evidence, title: (reference: string | undefined) => string): Found => {
  const named = (role: string): string => {
    const one = evidence.variableDefinition.find(({ variableRole }) =>
      variableRole.coding?.some(({ code }) => code === role),
    );
    return title((one?.intended ?? one?.observed)?.reference);
  };
  return {
    outcome: named('measuredVariable'),
    exposure: named('exposure'),
    reference: named('referenceExposure'),
    direction: evidence.extension?.find(({ url }) => url === DIRECTION)?.valueCodeableConcept?.coding?.[0]
      ?.code,
    quote: evidence.description ?? '',
    values: (evidence.statistic ?? []).map(({ quantity, numberAffected, sampleSize }) => ({
      value: String(quantity?.value ?? ''),
      ...(numberAffected !== undefined && { numberAffected: String(numberAffected) }),
      ...(sampleSize?.knownDataCount !== undefined && { n: String(sampleSize.knownDataCount) }),
    })),
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
  };
};
