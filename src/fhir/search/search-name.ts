import { type Wrong, wrong } from './wrong.ts';

/** How many steps a chain may have. */
const MAX_STEPS = 10;

/** The name of a search parameter as it is sent, read step by step. */
export type SearchName =
  | { readonly kind: 'parameter'; readonly code: string; readonly modifier?: string }
  /** `code.rest` or `code:Type.rest`: https://hl7.org/fhir/R5/search.html#chaining */
  | { readonly kind: 'chain'; readonly code: string; readonly only?: string; readonly rest: SearchName }
  /** `_has:Type:reference:rest`: https://hl7.org/fhir/R5/search.html#has */
  | { readonly kind: 'has'; readonly type: string; readonly reference: string; readonly rest: SearchName };

const parsed = (name: string, steps: number): SearchName | Wrong => {
  if (steps > MAX_STEPS) return wrong(`A chain may have ${MAX_STEPS} steps`, 'too-costly');
  if (name.startsWith('_has:')) {
    const [, type = '', reference = '', rest = ''] = /^_has:([^:.]+):([^:.]+):(.+)$/s.exec(name) ?? [];
    if (rest === '') return wrong(`“${name}” is not _has:Type:reference:parameter`);
    const after = parsed(rest, steps + 1);
    return 'wrong' in after ? after : { kind: 'has', type, reference, rest: after };
  }
  const dot = name.indexOf('.');
  const [code = '', modifier, ...more] = (dot < 0 ? name : name.slice(0, dot)).split(':');
  if (more.length > 0)
    return wrong(`“${name}” has more than one modifier; a parameter takes one`, 'not-supported');
  if (dot < 0) return { kind: 'parameter', code, ...(modifier !== undefined && { modifier }) };
  const rest = parsed(name.slice(dot + 1), steps + 1);
  if ('wrong' in rest) return rest;
  return { kind: 'chain', code, ...(modifier !== undefined && { only: modifier }), rest };
};

/** Reads a parameter's name. */
export const searchName = (name: string): SearchName | Wrong => parsed(name, 1);
