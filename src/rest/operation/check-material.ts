import type { Bundle, FhirResource, Reference } from 'fhir/r5.js';
import { type Content, content } from '../../fhir/content.ts';
import { exactTree } from '../../fhir/exact-tree.ts';
import { referenceTo } from '../../fhir/mapped-trial.ts';
import type { Store, Version } from '../../store/store.ts';
import type { Body } from '../body.ts';
import { having, referred } from './study.ts';

/** A resource as the check reads it, with the references that lead to it. */
export interface Item {
  readonly content: Content;
  readonly names: readonly string[];
  /** How the check refers to it. */
  readonly reference: Reference;
}

/** What is to be checked, and what is to be known of it. */
export interface Material {
  readonly checked: readonly Item[];
  readonly atHand: readonly Item[];
}

const storedItem = (version: Version): Item => {
  const name = `${version.type}/${version.id}`;
  return {
    content: { text: version.text, value: JSON.parse(version.text) as FhirResource },
    names: [name],
    reference: { reference: `${name}/_history/${version.versionId}` },
  };
};

const AROUND = ['EvidenceVariable', 'Group'];

/** A stored Evidence, and what is reported with it: the other results of the study, their groups, the study itself. */
export const storedMaterial = async (store: Store, evidence: Version): Promise<Material> => {
  const linkedTo = (versions: readonly Version[]) =>
    versions.map(({ type, id }) => ({ type: 'reference', resource: type, id }) as const);
  const reports = await having(store, 'EvidenceReport', 'entry', linkedTo([evidence]));
  const valuesOf = (versions: readonly Version[]) => versions.map((one) => storedItem(one).content.value);
  const [studies, listed] = await Promise.all([
    having(store, 'ResearchStudy', 'result', linkedTo(reports)),
    referred(store, valuesOf(reports)),
  ]);
  const results = listed.filter(({ type, id }) => type === 'Evidence' && id !== evidence.id);
  const around = (await referred(store, valuesOf([evidence, ...results]))).filter(({ type }) =>
    AROUND.includes(type),
  );
  const checked = storedItem(evidence);
  return { checked: [checked], atHand: [checked, ...[...results, ...around, ...studies].map(storedItem)] };
};

const sentItem = (sent: Content, fullUrl: string | undefined): Item => {
  const { resourceType, id, meta } = sent.value;
  const own = typeof id === 'string' ? referenceTo(sent) : undefined;
  const version = typeof meta?.versionId === 'string' ? `/_history/${meta.versionId}` : '';
  return {
    content: sent,
    names: [fullUrl, own].filter((name) => name !== undefined),
    reference:
      own === undefined
        ? { type: resourceType, ...(fullUrl ? { reference: fullUrl } : { display: 'the resource sent' }) }
        : { reference: `${own}${version}` },
  };
};

/** The resources of a Bundle. */
const entriesOf = ({ text }: Content): readonly Item[] => {
  const { entry } = exactTree(text) as Partial<Bundle<FhirResource>>;
  return (Array.isArray(entry) ? entry : []).flatMap(({ fullUrl, resource }) =>
    typeof resource?.resourceType === 'string' ? [sentItem(content(resource), fullUrl)] : [],
  );
};

/** Resources that were sent, by themselves or in Bundles; all Evidence and Groups among them are checked. */
export const sentMaterial = (sent: readonly Body[]): Material => {
  const all = sent.flatMap(({ content: one }) =>
    one.value.resourceType === 'Bundle' ? entriesOf(one) : [sentItem(one, undefined)],
  );
  return { checked: all, atHand: all };
};
