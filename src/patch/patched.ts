import type { FhirResource } from 'fhir/r5.js';
import { type Content, content } from '../fhir/content.ts';
import { exactTree, isTree, type Tree } from '../fhir/exact-tree.ts';
import type { Issue } from '../fhir/issue.ts';
import { notApplicable, orIssues } from './patch-error.ts';
import { checkSize } from './size.ts';

/** A kind of patch: how its operations are read from its text, and how one of them changes a tree. */
interface Kind<Operation> {
  readonly read: (patch: string) => readonly Operation[];
  readonly apply: (tree: unknown, operation: Operation) => unknown;
}

/** Operations times characters: an operation takes the longer the larger the resource is. */
const MAX_WORK = 500_000_000;

/**
 * The resource with all operations of a patch applied, or why it cannot be. A patch changes neither what kind of
 * resource this is nor which: https://hl7.org/fhir/R5/http.html#patch
 */
export const patched = <Operation extends { readonly expression: string }>(
  resource: Content,
  patch: string,
  { read, apply }: Kind<Operation>,
): Content | readonly Issue[] =>
  orIssues(() => {
    const operations = read(patch);
    if (operations.length * (patch.length + resource.text.length) > MAX_WORK)
      throw notApplicable(`${operations.length} operations are too many at once`, undefined, 'too-costly');
    const before = exactTree(resource.text) as Tree;
    const after = operations.reduce<unknown>((tree, operation) => {
      const changed = apply(tree, operation);
      checkSize(changed, operation.expression);
      return changed;
    }, before);
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
