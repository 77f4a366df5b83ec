import { exactValue, isTree, type Tree } from '../../fhir/exact-tree.ts';
import { subsetText } from '../../fhir/subset.ts';
import { bundleView } from '../../r4/bundle.ts';
import { toR4 } from '../../r4/to-r4.ts';
import { R4 } from '../../r4/version.ts';
import { marked, type R4View } from '../../r4/view.ts';
import type { FhirVersion } from './fhir-version.ts';

/** What stands around a resource of R4 that is a part of one of R5, until it is written. */
const PART = 'partInR4';

const viewOf = (tree: Tree, evidenceAs: string | undefined): R4View | undefined => {
  const part = tree[PART];
  if (isTree(part)) return { resource: { resourceType: '', ...part }, left: [] };
  return tree.resourceType === 'Bundle'
    ? bundleView(tree, (one) => viewOf(one, evidenceAs))
    : toR4(tree, evidenceAs);
};

/** How R4 writes what is stored, Evidence as another type where one is named. */
export const shownInR4 = (evidenceAs?: string): Pick<FhirVersion, 'write' | 'part'> => {
  const write = (text: string): string | undefined => {
    const view = viewOf(exactValue(text) as Tree, evidenceAs);
    return view && JSON.stringify(marked(view));
  };
  return {
    write,
    part: (text, subset) => {
      const shown = write(text);
      return shown === undefined ? text : `{"${PART}":${subsetText(shown, subset, R4.elements)}}`;
    },
  };
};
