import { knownModifier, type Modifier, modifiersOf } from '../modifier.ts';
import type { SearchContext } from '../search-context.ts';
import { indexKey, type SearchParameter, type Step } from '../search-parameter.ts';
import type { Criterion, SearchValue, TextQuery } from '../search-request.ts';
import { eachAlternative, unescaped } from '../split.ts';
import { textQuery } from '../text-query.ts';
import { type ReferenceValue, referenceValues, targetsOf } from '../value/reference.ts';
import { stringValue } from '../value/string.ts';
import { ofTypeValue, tokenValue } from '../value/token.ts';
import { uriValue } from '../value/uri.ts';
import { compositeValues, valuesOf } from '../value/values.ts';
import { isWrong, unlessWrong, type Wrong, wrong } from '../wrong.ts';
import { commonCriterion } from './common-criterion.ts';
import { ALWAYS, every, not, some } from './criteria.ts';
import { relatedCodes } from './hierarchy.ts';
import { DIRECTIONS, inHierarchy } from './in-hierarchy.ts';
import { leadingTo, ledToBy } from './leading-to.ts';
import { codesOf, memberOfAny } from './members.ts';

type Found = Criterion | Wrong;

/** A parameter, the value that was sent for it and, for the modifier of a type, which one. */
interface Asked {
  readonly parameter: SearchParameter;
  readonly text: string;
  readonly only: string | undefined;
  readonly context: SearchContext;
}

type Key = Parameters<typeof indexKey>[1];

/** That the index has any of the values of all alternatives. */
const values = (
  { parameter, text }: Asked,
  read: (value: string) => SearchValue | readonly SearchValue[] | Wrong,
  key?: Key,
): Found => {
  const found = eachAlternative(text, read);
  return isWrong(found) ? found : { kind: 'value', parameter: indexKey(parameter, key), anyOf: found.flat() };
};

const later = async (
  { parameter, text }: Asked,
  read: (value: string) => Promise<readonly SearchValue[] | Wrong>,
): Promise<Found> => {
  const texts = eachAlternative(text, (value) => ({ value }));
  if (isWrong(texts)) return texts;
  const found = unlessWrong(await Promise.all(texts.map(({ value }) => read(value))));
  return isWrong(found) ? found : { kind: 'value', parameter: indexKey(parameter), anyOf: found.flat() };
};

/** The resources that references here lead to. */
const idsOf = (found: readonly ReferenceValue[]): Criterion => ({
  kind: 'id',
  anyOf: found.flatMap((one) => (one.type === 'reference' ? [one.id] : [])),
});

const references = (asked: Asked): Found => {
  const { parameter, text, only, context } = asked;
  const read = (value: string) => referenceValues(value, parameter, context.base, only);
  if (parameter.via === undefined) return values(asked, read);
  const found = eachAlternative(text, read);
  return isWrong(found) ? found : leadingTo(parameter, targetsOf(parameter), idsOf(found.flat()));
};

const composites = ({ parameter, text, context }: Asked): Found => {
  const found = eachAlternative(text, (value) => compositeValues(value, parameter, context));
  return isWrong(found) ? found : { kind: 'composite', parameter: indexKey(parameter), anyOf: found.flat() };
};

const plain = (asked: Asked): Found => {
  const { parameter, text, context } = asked;
  const common = parameter.base === 'Resource' ? commonCriterion(parameter.code, text, context) : undefined;
  if (common !== undefined) return common;
  if (parameter.type === 'reference') return references(asked);
  if (parameter.type === 'composite') return composites(asked);
  return values(asked, (value) => valuesOf(value, parameter, context));
};

const isMissing = (text: string): { readonly missing: boolean } | Wrong =>
  text === 'true' || text === 'false'
    ? { missing: text === 'true' }
    : wrong(`“${text}” is neither true nor false`);

const missing = ({ parameter, text }: Asked): Found => {
  const wanted = isMissing(text);
  if (isWrong(wanted)) return wanted;
  const present: Criterion =
    parameter.via === undefined
      ? { kind: 'present', parameter: indexKey(parameter), type: parameter.type }
      : leadingTo(parameter, targetsOf(parameter), ALWAYS);
  return wanted.missing ? not(present) : present;
};

/** Words anywhere in strings of the index. */
const wordsIn = (query: TextQuery, parameter: string): Criterion => {
  if (query.kind === 'not') return not(wordsIn(query.of, parameter));
  if (query.kind !== 'words')
    return (query.kind === 'and' ? every : some)(query.of.map((one) => wordsIn(one, parameter)));
  const text = query.words.join(' ');
  return { kind: 'value', parameter, anyOf: [{ type: 'string', match: 'contains', text }] };
};

const words = ({ parameter, text }: Asked, key?: Key): Found => {
  const found = eachAlternative(text, (value) => {
    const found = unescaped(value);
    if (isWrong(found)) return found;
    const query = textQuery(found.text);
    return isWrong(query) ? query : wordsIn(query, indexKey(parameter, key));
  });
  return isWrong(found) ? found : some(found);
};

const beginningOfText = (asked: Asked): Found => values(asked, (value) => stringValue(value), ':text');

/** The beginning of a code, or of the text beside it: the specification describes it as both. */
const codeText = (asked: Asked): Found => {
  const text = beginningOfText(asked);
  if (isWrong(text) || asked.parameter.type !== 'token') return text;
  const codes = values(asked, (value) => {
    const found = unescaped(value);
    return isWrong(found) ? found : { type: 'token', code: found.text, start: true };
  });
  return isWrong(codes) ? codes : some([text, codes]);
};

const within = (asked: Asked): Found | Promise<Found> => {
  const { parameter, text, context } = asked;
  if (parameter.type === 'token') return later(asked, (value) => codesOf(value, context));
  const found = memberOfAny(text, context.base);
  return isWrong(found) ? found : leadingTo(parameter, targetsOf(parameter), found);
};

const negated = (found: Found): Found => (isWrong(found) ? found : not(found));

/** All versions of a canonical that begin with the one that is named. */
const canonicalsBelow = (asked: Asked): Found => {
  const { parameter, context } = asked;
  return values(asked, (value) => {
    const found = referenceValues(value, parameter, context.base);
    if (isWrong(found)) return found;
    const urls = found.filter((one) => one.type === 'url');
    return urls.length > 0
      ? urls.map((one) => ({ ...one, below: true }))
      : wrong(`“${value}” is not a canonical; write its URL, with |version or without`);
  });
};

/** What is named, and what is above or below it. */
const partsAndWholes = ({ parameter, text, context }: Asked, modifier: keyof typeof DIRECTIONS): Found => {
  const found = eachAlternative(text, (value) => {
    const references = referenceValues(value, parameter, context.base);
    if (isWrong(references)) return references;
    const here = references.find((one) => one.type === 'reference');
    return here === undefined
      ? wrong(`“${value}” is not a resource here, whose place in a hierarchy could be known`)
      : inHierarchy(parameter, here, DIRECTIONS[modifier]);
  });
  return isWrong(found) ? found : some(found);
};

const hierarchy = (asked: Asked, direction: 'above' | 'below'): Found | Promise<Found> => {
  const { parameter, context } = asked;
  if (parameter.type === 'token') return later(asked, (value) => relatedCodes(value, direction, context));
  if (parameter.type === 'uri') return values(asked, (value) => uriValue(value, direction));
  // Of canonicals, only versions are below.
  return modifiersOf(parameter).includes('above') ? partsAndWholes(asked, direction) : canonicalsBelow(asked);
};

const contains = (asked: Asked): Found => {
  if (asked.parameter.type === 'reference') return partsAndWholes(asked, 'contains');
  return values(asked, (value) =>
    asked.parameter.type === 'uri' ? uriValue(value, 'contains') : stringValue(value, 'contains'),
  );
};

const MODIFIED: Readonly<Record<Modifier, (asked: Asked) => Found | Promise<Found>>> = {
  missing,
  exact: (asked) => values(asked, (value) => stringValue(value, 'exact')),
  contains,
  not: (asked) => negated(plain(asked)),
  text: (asked) => (asked.parameter.type === 'string' ? words(asked) : beginningOfText(asked)),
  'code-text': codeText,
  'text-advanced': (asked) => words(asked, ':text'),
  in: within,
  'not-in': async (asked) => negated(await within(asked)),
  above: (asked) => hierarchy(asked, 'above'),
  below: (asked) => hierarchy(asked, 'below'),
  'of-type': (asked) => values(asked, ofTypeValue, ':of-type'),
  identifier: (asked) => values(asked, tokenValue, ':identifier'),
  type: references,
};

/** That resources lead here over others, with any value of their parameter or with one that is asked for. */
const ledToThrough = async ({ parameter, text, context }: Asked, steps: readonly Step[], any: boolean) => {
  const end = steps.at(-1)!.type;
  const own = context.parameters.find(end, parameter.code)!;
  const where = await (any
    ? parameterCriterion(own, 'missing', 'false', context)
    : parameterCriterion(own, undefined, text, context));
  if (isWrong(where)) return where;
  return steps.reduceRight<Criterion>(
    (inner, step) => ledToBy(context.parameters.find(step.type, step.parameter)!, step.type, inner),
    where,
  );
};

const through = async (
  asked: Asked,
  steps: readonly Step[],
  modifier: Modifier | undefined,
): Promise<Found> => {
  if (modifier !== 'missing') {
    const found = await ledToThrough(asked, steps, false);
    return modifier === 'not' ? negated(found) : found;
  }
  const wanted = isMissing(asked.text);
  if (isWrong(wanted)) return wanted;
  const present = await ledToThrough(asked, steps, true);
  return wanted.missing ? negated(present) : present;
};

/** What a search parameter with or without a modifier asks for: https://hl7.org/fhir/R5/search.html#modifiers */
export const parameterCriterion = async (
  parameter: SearchParameter,
  sent: string | undefined,
  text: string,
  context: SearchContext,
): Promise<Found> => {
  const known = knownModifier(parameter, sent);
  if (isWrong(known)) return known;
  const asked: Asked = { parameter, text, only: known.only, context };
  if (parameter.through) return through(asked, parameter.through, known.modifier);
  return known.modifier === undefined ? plain(asked) : MODIFIED[known.modifier](asked);
};
