import type { Store, Version } from '../../store/store.ts';
import type { Body } from '../body.ts';
import { entriesOf, type Item, sentItem, storedItem } from './item.ts';
import { having, referred } from './study.ts';

/** What is to be checked, and what is to be known of it. */
export interface Material {
  readonly checked: readonly Item[];
  readonly atHand: readonly Item[];
}

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

/** Resources that were sent, by themselves or in Bundles; all Evidence and Groups among them are checked. */
export const sentMaterial = (sent: readonly Body[]): Material => {
  const all = sent.flatMap(({ content: one }) =>
    one.value.resourceType === 'Bundle' ? entriesOf(one) : [sentItem(one, undefined)],
  );
  return { checked: all, atHand: all };
};
