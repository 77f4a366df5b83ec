import type { Bundle, FhirResource, Reference } from 'fhir/r5.js';
import { type Content, content } from '../../fhir/content.ts';
import { exactTree } from '../../fhir/exact-tree.ts';
import { referenceTo } from '../../fhir/mapped-trial.ts';
import type { Version } from '../../store/store.ts';

/** A resource that an operation reads, with the references that lead to it. */
export interface Item {
  readonly content: Content;
  readonly names: readonly string[];
  /** How the answer refers to this version of it. */
  readonly reference: Reference;
}

/** A stored version. */
export const storedItem = (version: Version): Item => {
  const name = `${version.type}/${version.id}`;
  return {
    content: { text: version.text, value: JSON.parse(version.text) as FhirResource },
    names: [name],
    reference: { reference: `${name}/_history/${version.versionId}` },
  };
};

/** A resource that was sent; `fullUrl` is its own in a Bundle. */
export const sentItem = (sent: Content, fullUrl: string | undefined): Item => {
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
export const entriesOf = ({ text }: Content): readonly Item[] => {
  const { entry } = exactTree(text) as Partial<Bundle<FhirResource>>;
  return (Array.isArray(entry) ? entry : []).flatMap(({ fullUrl, resource }) =>
    typeof resource?.resourceType === 'string' ? [sentItem(content(resource), fullUrl)] : [],
  );
};
