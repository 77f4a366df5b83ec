import { SaxesParser } from 'saxes';

/** What an expression has to give: of a type, where that is said, and written as in an expression. */
interface Output {
  readonly type: string | undefined;
  readonly text: string;
}

/** A case of HL7's FHIRPath test suite. */
export interface FhirPathCase {
  readonly name: string;
  readonly expression: string;
  /** The name of the file with the resource that it is evaluated on. */
  readonly input: string | undefined;
  /** What it is about: a function's name, an operator. */
  readonly testing: string;
  /** What the case asks for that is no part of FHIRPath itself: `cda`, `tx`, `html`, … */
  readonly mode: string | undefined;
  /** Whether, and at what stage, the expression has to be refused. */
  readonly invalid: string | undefined;
  /** Whether only the truth of what it gives is looked at. */
  readonly isPredicate: boolean;
  readonly isOrdered: boolean;
  readonly outputs: readonly Output[];
}

type Mutable = { -readonly [K in keyof FhirPathCase]: FhirPathCase[K] } & { outputs: Output[] };

const newCase = (attributes: Readonly<Record<string, string>>): Mutable => ({
  name: attributes.name ?? '',
  expression: '',
  input: attributes.inputfile,
  testing: attributes.testing ?? '',
  mode: attributes.mode,
  invalid: undefined,
  isPredicate: attributes.predicate === 'true',
  isOrdered: attributes.ordered !== 'false',
  outputs: [],
});

/** The cases of the suite's file: https://github.com/FHIR/fhir-test-cases/blob/master/r5/fhirpath/testSchema.xsd */
export const fhirPathCases = (xml: string): readonly FhirPathCase[] => {
  const cases: FhirPathCase[] = [];
  let current: Mutable | undefined;
  let text = '';
  let type: string | undefined;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    text = '';
    type = attributes.type;
    if (name === 'test') current = newCase(attributes);
    if (name === 'expression' && current) current.invalid = attributes.invalid;
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('cdata', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    if (current === undefined) return;
    if (name === 'expression') current.expression = text;
    if (name === 'output') current.outputs.push({ type, text: text.trim() });
    if (name !== 'test') return;
    cases.push(current);
    current = undefined;
  });
  parser.write(xml).close();
  return cases;
};

/** A value that an expression gave: the name of its type, as FHIR has it, and how it is written. */
export type Value = Output & { readonly type: string };

/** Of an expression: what it gave, or why nothing. */
export type Evaluated = { readonly values: readonly Value[] } | { readonly problem: string };

/** Decimals are compared by their value, dates and times without the sign that begins them. */
const plain = ({ type, text }: Output): string => {
  if (type === 'decimal') return String(Number(text));
  return type === 'date' || type === 'dateTime' || type === 'time' || type === 'instant'
    ? text.replace(/^@T?/, '')
    : text;
};

const isSame = (expected: Output, found: Value): boolean =>
  (expected.type === undefined || expected.type === found.type) &&
  plain({ type: found.type, text: expected.text }) === plain(found);

const shown = (values: readonly Output[]): string =>
  values.length === 0 ? 'nothing' : values.map(({ type, text }) => `${type} ${text}`).join(', ');

const isTrue = ([first]: readonly Value[]): boolean =>
  first !== undefined && !(first.type === 'boolean' && first.text === 'false');

/** What is wrong with what an expression gave, if anything. */
export const judge = (
  { invalid, isPredicate, isOrdered, outputs }: FhirPathCase,
  evaluated: Evaluated,
): string | undefined => {
  if ('problem' in evaluated)
    return invalid === undefined ? `not evaluated: ${evaluated.problem.split('\n', 1)[0]}` : undefined;
  const { values } = evaluated;
  if (invalid !== undefined) return `not refused (${invalid}), gave ${shown(values)}`;
  if (isPredicate) return String(isTrue(values)) === outputs[0]?.text ? undefined : `gave ${shown(values)}`;
  const rest = [...values];
  const isRight =
    outputs.length === values.length &&
    outputs.every((expected, at) => {
      if (isOrdered) return isSame(expected, values[at]!);
      const found = rest.findIndex((one) => isSame(expected, one));
      return found !== -1 && rest.splice(found, 1).length > 0;
    });
  return isRight ? undefined : `gave ${shown(values)} in place of ${shown(outputs)}`;
};
