import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fhirpath from 'fhirpath';
import type {
  Constraint,
  ElementDefinition,
  StructureDefinition,
} from '../../src/validation/structure-definition.ts';

/** An expression of a definition: an invariant's or a search parameter's. */
export interface Expression {
  /** Where it stands: `Evidence.statistic#key`, `Evidence?code`. */
  readonly where: string;
  readonly text: string;
}

const GENERATED = join(import.meta.dirname, '../../profiles/generated');

const read = <T>(...path: string[]): T => JSON.parse(readFileSync(join(GENERATED, ...path), 'utf8'));

interface SearchParameter {
  readonly base: string;
  readonly code: string;
  readonly expression?: string;
}

/** The search parameters of R5 and ours. */
export const searchParameters = (): readonly SearchParameter[] =>
  read<readonly SearchParameter[]>('search-parameters.json');

const definitions = (): readonly StructureDefinition[] =>
  readdirSync(join(GENERATED, 'core/structure-definition'))
    .sort()
    .map((name) => read<StructureDefinition>('core/structure-definition', name));

const elementsBelow = (element: ElementDefinition): readonly ElementDefinition[] => [
  element,
  ...[...(element.children ?? []), ...Object.values(element.slices ?? {})].flatMap(elementsBelow),
];

/** What profiles and extensions add to the elements of a path. */
export const profileConstraints = (): ReadonlyMap<string, readonly Constraint[]> => {
  const elements = definitions()
    .filter(({ derivation }) => derivation === 'constraint')
    .flatMap(({ root }) => elementsBelow(root))
    .filter(({ constraints }) => constraints !== undefined);
  return new Map(
    [...Map.groupBy(elements, ({ path }) => path)].map(([path, all]) => [
      path,
      [
        ...new Map(
          all.flatMap(({ constraints = [] }) => constraints).map((one) => [one.expression, one]),
        ).values(),
      ],
    ]),
  );
};

/** Every expression of R5's definitions, of its extensions and of our profiles, once. */
export const definedExpressions = (): readonly Expression[] => {
  const invariants = definitions()
    .flatMap(({ root }) => elementsBelow(root))
    .flatMap(({ path, constraints = [] }) =>
      constraints.map(({ key, expression }) => ({ where: `${path}#${key}`, text: expression })),
    );
  const searches = searchParameters().flatMap(({ base, code, expression }) =>
    expression === undefined ? [] : [{ where: `${base}?${code}`, text: expression }],
  );
  return [...new Map([...invariants, ...searches].map((one) => [one.text, one])).values()];
};

interface Node {
  readonly type: string;
  readonly text?: string;
  readonly children?: readonly Node[];
}

const lastName = ({ type, text, children = [] }: Node): string => {
  const next =
    type === 'InvocationExpression' ? children[1] : children.length === 1 ? children[0] : undefined;
  return next === undefined ? (text ?? '') : lastName(next);
};

const textsOf = ({ text, children = [] }: Node): readonly string[] =>
  children.length === 0 ? [text ?? ''] : children.flatMap(textsOf);

const OPERATOR = /^(?:[-+*/&|=~<>!]+|and|or|xor|implies|in|contains|div|mod)$/;

/** What a node of an expression's tree makes it use. */
const usesOf = (node: Node): readonly string[] => {
  const { type, text = '', children = [] } = node;
  const texts = textsOf(node);
  if (type === 'Functn') {
    const parameters = children.find((child) => child.type === 'ParamList')?.children ?? [];
    const [name = ''] = texts;
    return [
      `${name}(${'_'.repeat(parameters.length)})`,
      ...parameters.slice(0, 1).map((first) => `${name}(${textsOf(first).join(' ')})`),
      ...(/^(?:is|as|ofType)$/.test(name) ? [`type ${texts.at(-1)}`] : []),
    ];
  }
  if (type === 'TypeExpression') return [`type ${texts.at(-1)}`];
  if (type === 'ExternalConstant') return [`%${texts.join('').replace(/^%/, '')}`];
  if (type.endsWith('Literal')) return [type];
  if (type.endsWith('Expression') && OPERATOR.test(text))
    return [text, ...children.map((child) => `${text} ${lastName(child)}`)];
  return [];
};

/**
 * What an expression uses: functions as `name(_)` with a mark for each argument and
 * as `name(first argument)`, `type Name` where it asks for a type,
 * operators, operators with the names of what they stand on as `= start`, variables as `%name`, kinds of literals;
 * nothing if it cannot be parsed.
 */
export const uses = (expression: string): ReadonlySet<string> | undefined => {
  const below = (node: Node): readonly string[] => [...usesOf(node), ...(node.children ?? []).flatMap(below)];
  try {
    return new Set(below(fhirpath.parse(expression) as Node));
  } catch {
    return undefined;
  }
};
