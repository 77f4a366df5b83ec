import type { UserInvocationTable } from 'fhirpath';
import { fhirPathEngine } from '../fhir/fhirpath-engine.ts';
import { malformed, PatchError } from './patch-error.ts';

/** A node of fhirpath.js: an element of the resource, or a value that was computed. */
export interface Node {
  readonly data?: unknown;
  readonly parentResNode?: Node | null;
  /** The element's name; of a choice without its type. */
  readonly propName?: string | null;
  readonly index?: number | null;
}

/** What nodes a path selects in a resource, which has plain numbers. */
export type Path = (resource: object) => readonly Node[];

/** A node of fhirpath.js's syntax tree. */
interface Syntax {
  readonly type: string;
  readonly text?: string;
  readonly children?: readonly Syntax[];
}

const MAX_LENGTH = 2000;

/** What selects among elements, and takes no longer the larger they are; nothing that leaves the resource. */
const FUNCTIONS: ReadonlySet<string | undefined> = new Set([
  ...['where', 'ofType', 'as', 'is', 'extension', 'resolve'],
  ...['first', 'last', 'tail', 'skip', 'take', 'single'],
  ...['exists', 'empty', 'not', 'all', 'count', 'hasValue', 'getValue'],
  ...['startsWith', 'endsWith', 'contains', 'lower', 'upper', 'trim', 'length', 'toString'],
]);

/** `div` is an operator of FHIRPath and an element of Narrative; after a dot it can only be the element. */
const quoted = (path: string): string =>
  path.replace(
    /('(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)|\.\s*div\b/g,
    (_, literal?: string) => literal ?? '.`div`',
  );

const forbidden = ({ type, text, children = [] }: Syntax): string | undefined => {
  if (type === 'FunctionInvocation' && !FUNCTIONS.has(text)) return `the function ${text}()`;
  if (type === 'ExternalConstantTerm') return `the variable %${text}`;
  return children.map(forbidden).find((one) => one !== undefined);
};

const contained = (node: Node | null | undefined, id: string): readonly Node[] => {
  if (node === null || node === undefined) return [];
  const found = compiled('contained')(node).filter(
    ({ data }) => (data as { id?: unknown } | null)?.id === id,
  );
  return found.length > 0 ? found : contained(node.parentResNode, id);
};

/** A patch changes one resource, so references lead only to what it contains. */
const resolve = (inputs: readonly Node[]): readonly Node[] =>
  inputs.flatMap((input) => {
    const data = input.data as { reference?: unknown } | string | null | undefined;
    const reference = typeof data === 'object' ? data?.reference : data;
    if (typeof reference !== 'string' || !reference.startsWith('#'))
      throw new Error('resolve() leads only to resources that are contained in the one that is patched');
    return contained(input, reference.slice(1));
  });

const userInvocationTable: UserInvocationTable = {
  resolve: { fn: resolve, arity: { 0: [] }, internalStructures: true },
};

const compiled = (path: string): Path => {
  const { fhirpath, model } = fhirPathEngine();
  return fhirpath.compile(path, model, { resolveInternalTypes: false, userInvocationTable });
};

/** Reads the path of an operation; throws PatchError where it is none or does more than select. */
export const parsePath = (text: string, expression: string): Path => {
  if (text.length > MAX_LENGTH) throw malformed(`A path has at most ${MAX_LENGTH} characters`, expression);
  const path = quoted(text);
  try {
    const use = forbidden(fhirPathEngine().fhirpath.parse(path));
    if (use !== undefined)
      throw malformed(`A path cannot use ${use}; it selects elements of the resource`, expression);
    return compiled(path);
  } catch (error) {
    if (error instanceof PatchError) throw error;
    const [why] = String(error instanceof Error ? error.message : error).split('\n');
    throw malformed(`“${text}” is no FHIRPath: ${why}`, expression);
  }
};
