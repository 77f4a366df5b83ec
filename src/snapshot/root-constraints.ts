import type { ElementDefinitionConstraint } from 'fhir/r5.js';
import { typeUrl } from './definitions.ts';
import type { Derivation } from './derivation.ts';
import type { ElementNode } from './element-tree.ts';

/**
 * The invariants that every element has, and an extension besides, read from their roots as they were written.
 * Logical models state them where they have elements of their own.
 */
export const rootConstraints = (node: ElementNode, derivation: Derivation): ElementDefinitionConstraint[] => {
  const types = node.element?.type ?? [];
  if (derivation.definition.kind === 'logical' && node.children.length === 0) return [];
  if (types.some(({ code }) => code.includes('System.') || code === 'Resource')) return [];
  const holders = types[0]?.code === 'Extension' ? ['Element', 'Extension'] : ['Element'];
  const constraints = holders.flatMap((type) => {
    const url = typeUrl(type);
    const definition = derivation.find(url);
    const [root] = (definition?.snapshot ?? definition?.differential)?.element ?? [];
    return root?.constraint?.map((one) => ({ ...one, source: one.source ?? url })) ?? [];
  });
  return [...new Map(constraints.map((one) => [one.key, one])).values()];
};
