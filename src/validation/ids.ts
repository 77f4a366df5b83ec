import type { Instance } from './instance.ts';
import { asObject, asString } from './instance.ts';
import type { Run } from './run.ts';

/** Checks that no two elements of a resource have the same id: https://hl7.org/fhir/R5/element.html#id */
export const checkIds = (resource: Instance, run: Run): void => {
  const ids = new Set<string>();
  const check = (instance: Instance): void => {
    // Those of ElementDefinitions stand in the differential and in the snapshot.
    if (instance.type === 'ElementDefinition') return;
    const id = asString((instance.extras ?? asObject(instance.value))?.id);
    if (id !== undefined) {
      if (ids.has(id)) {
        const text = `Another element has the id "${id}", too`;
        run.report({ severity: 'error', code: 'invariant', rule: 'element-id', text }, instance);
      }
      ids.add(id);
    }
    checkChildren(instance);
  };
  const checkChildren = (instance: Instance): void => {
    for (const list of instance.lists)
      for (const child of list) if (!child.isResource && !child.isUnread) check(child);
  };
  checkChildren(resource);
};
