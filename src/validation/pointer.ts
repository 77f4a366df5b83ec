import type { Definitions } from './definitions.ts';
import type { ElementDefinition } from './structure-definition.ts';

const contentOf = (element: ElementDefinition, definitions: Definitions): ElementDefinition | undefined => {
  const own = definitions.referenced(element);
  return own.children ? own : definitions.type(own.types[0]?.code ?? '')?.root;
};

/** A choice's element that a JSON name belongs to, with the type in it. */
const choiceOf = (
  parent: ElementDefinition | undefined,
  name: string,
): { readonly stem: string; readonly type: string } | undefined => {
  for (const child of parent?.children ?? []) {
    const stem = child.name.endsWith('[x]') ? child.name.slice(0, -3) : undefined;
    if (stem === undefined || !name.startsWith(stem)) continue;
    const suffix = name.slice(stem.length).toLowerCase();
    const type = child.types.find(({ code }) => code.toLowerCase() === suffix)?.code;
    if (type !== undefined) return { stem, type };
  }
  return undefined;
};

/** The FHIRPath of a JSON path in a resource: `["statistic", "0"]` is `Evidence.statistic[0]`. */
export const expressionOf = (pointer: readonly string[], type: string, definitions: Definitions): string => {
  let expression = '';
  let parent = definitions.type(type)?.root;
  for (const part of pointer) {
    if (/^\d+$/.test(part)) {
      expression += `[${part}]`;
      continue;
    }
    const name = part.startsWith('_') ? part.slice(1) : part;
    const child = parent?.children?.find((candidate) => candidate.name === name);
    const choice = child ? undefined : choiceOf(parent, name);
    expression += choice ? `.${choice.stem}.ofType(${choice.type})` : `.${name}`;
    parent = child ? contentOf(child, definitions) : choice && definitions.type(choice.type)?.root;
  }
  return expression;
};
