import type { FhirResource } from 'fhir/r5.js';
import { type Content, content } from '../fhir/content.ts';
import { exactTree, isTree, type Tree } from '../fhir/exact-tree.ts';
import type { Issue } from '../fhir/issue.ts';
import { notApplicable, orIssues } from './patch-error.ts';

/**
 * The resource as its tree is after `change`, or why it cannot be changed so. A patch changes neither what kind
 * of resource this is nor which: https://hl7.org/fhir/R5/http.html#patch
 */
export const patched = (resource: Content, change: (tree: Tree) => unknown): Content | readonly Issue[] =>
  orIssues(() => {
    const before = exactTree(resource.text) as Tree;
    const after = change(before);
    if (!isTree(after)) throw notApplicable('What is left is no resource');
    for (const name of ['resourceType', 'id']) {
      if (before[name] !== after[name])
        throw notApplicable(
          `A patch cannot change ${name}`,
          `${before.resourceType}.${name}`,
          'business-rule',
        );
    }
    return content(after as unknown as FhirResource);
  });
