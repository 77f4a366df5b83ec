import type { DocumentReference, DocumentReferenceRelatesTo } from 'fhir/r5.js';
import { type Content, content } from '../fhir/content.ts';
import type { Store } from '../store/store.ts';

const REPLACES = {
  coding: [
    { system: 'http://hl7.org/fhir/document-relationship-type', code: 'replaces', display: 'Replaces' },
  ],
};

const storedRelations = async (store: Store, id: string): Promise<DocumentReferenceRelatesTo[]> => {
  const stored = await store.read('DocumentReference', id);
  return stored === undefined || stored.deleted
    ? []
    : ((JSON.parse(stored.text) as DocumentReference).relatesTo ?? []);
};

/** A document that replaces an older copy of the same: https://hl7.org/fhir/R5/documentreference-definitions.html#DocumentReference.relatesTo */
export const succeeding = async (
  store: Store,
  document: Content,
  older: string | undefined,
): Promise<Content> => {
  const value = document.value as DocumentReference;
  const relatesTo =
    older === undefined
      ? await storedRelations(store, value.id ?? '')
      : [{ code: REPLACES, target: { reference: `DocumentReference/${older}` } }];
  return relatesTo.length === 0 ? document : content({ ...value, relatesTo });
};
