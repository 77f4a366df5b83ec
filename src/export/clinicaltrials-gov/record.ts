import type { Content } from '../../fhir/content.ts';
import { exactTree, type Tree } from '../../fhir/exact-tree.ts';
import { type MarkedValue, markedValues } from '../marked-value.ts';
import { nested } from './nested.ts';

/** A study's record in the registry's own form. */
interface Exported {
  /** JSON of API v2: https://clinicaltrials.gov/data-api/about-api/study-data-structure */
  readonly text: string;
  /** Places for which the resources have several values, of which the first stands in the text. */
  readonly disagreeing: readonly (MarkedValue & { readonly path: string })[];
}

/** Writes what a study's resources hold of one record as the registry writes it, each value at its place. */
export const clinicalTrialsGovRecord = (resources: readonly Content[], document: string): Exported => {
  const values = new Map<string, string>();
  const disagreeing: (MarkedValue & { readonly path: string })[] = [];
  for (const { text } of resources)
    for (const value of markedValues(exactTree(text) as Tree, `DocumentReference/${document}`))
      for (const path of value.paths) {
        const known = values.get(path);
        if (known === undefined) values.set(path, value.words);
        else if (known !== value.words) disagreeing.push({ ...value, path });
      }
  return { text: nested(values), disagreeing };
};
