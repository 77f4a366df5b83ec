import type { SearchContext } from '../search-context.ts';
import type { SearchParameter, SearchParameterComponent } from '../search-parameter.ts';
import type { SearchValue } from '../search-request.ts';
import { split } from '../split.ts';
import { isWrong, unlessWrong, type Wrong, wrong } from '../wrong.ts';
import { dateValue } from './date.ts';
import { nearValue } from './near.ts';
import { numberValue } from './number.ts';
import { quantityValue } from './quantity.ts';
import { referenceValues } from './reference.ts';
import { stringValue } from './string.ts';
import { tokenValues } from './token.ts';
import { uriValue } from './uri.ts';

/** What of the context values depend on. */
export type ValueContext = Pick<SearchContext, 'base' | 'now'>;

const one = (found: SearchValue | Wrong): readonly SearchValue[] | Wrong =>
  isWrong(found) ? found : [found];

/** The ways in which one value of a parameter may stand in the index: https://hl7.org/fhir/R5/search.html#ptypes */
export const valuesOf = (
  text: string,
  parameter: SearchParameter | SearchParameterComponent,
  { base, now }: ValueContext,
): readonly SearchValue[] | Wrong => {
  switch (parameter.type) {
    case 'number':
      return one(numberValue(text));
    case 'date':
      return one(dateValue(text, now));
    case 'string':
      return one(stringValue(text));
    case 'token':
      return tokenValues(text, 'codes' in parameter ? parameter.codes : undefined);
    case 'reference':
      return referenceValues(text, parameter, base);
    case 'quantity':
      return one(quantityValue(text));
    case 'uri':
      return one(uriValue(text));
    default:
      return parameter.code === 'near'
        ? one(nearValue(text))
        : wrong(`${parameter.code} cannot be searched by`, 'not-supported');
  }
};

const product = (lists: readonly (readonly SearchValue[])[]): readonly (readonly SearchValue[])[] =>
  lists.reduce<readonly (readonly SearchValue[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((value) => [...row, value])),
    [[]],
  );

/** The values of a composite's parts, joined by `$`: https://hl7.org/fhir/R5/search.html#composite */
export const compositeValues = (
  text: string,
  { code, components = [] }: SearchParameter,
  context: ValueContext,
): readonly (readonly SearchValue[])[] | Wrong => {
  const parts = split(text, '$');
  if (parts.length !== components.length || parts.includes(''))
    return wrong(
      `“${text}” is not a value of ${code}; write ${components.map((part) => part.code).join('$')}, with “\\$” inside a value`,
    );
  const found = unlessWrong(components.map((component, at) => valuesOf(parts[at] ?? '', component, context)));
  return isWrong(found) ? found : product(found);
};
