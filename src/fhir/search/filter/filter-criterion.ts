import { acrossTypes, byCriterion } from '../criterion/across-types.ts';
import { chainCriterion } from '../criterion/chain.ts';
import { every, not } from '../criterion/criteria.ts';
import type { ReadingContext } from '../search-context.ts';
import type { Criterion } from '../search-request.ts';
import { unknownParameter } from '../unknown-parameter.ts';
import { isWrong, unlessWrong, type Wrong } from '../wrong.ts';
import type { FilterExpression, FilterPath } from './expression.ts';
import { parseFilter } from './parse-filter.ts';
import { testCriterion } from './test-criterion.ts';

type Test = Extract<FilterExpression, { kind: 'test' }>;

/** Codes that are no parameters to compare, though they are known as such. */
const NOT_COMPARED = ['_has', '_filter', '_type'];

const throughPath = async (
  type: string,
  { code, only, filter, rest }: FilterPath,
  test: Test,
  context: ReadingContext,
): Promise<Criterion | Wrong | undefined> => {
  const parameter = context.parameters.find(type, code);
  if (parameter === undefined || NOT_COMPARED.includes(code)) return undefined;
  if (rest === undefined) return testCriterion(parameter, test.operator, test.value, context);
  return chainCriterion(parameter, only, rest.code, async (target) => {
    const found = await throughPath(target, rest, test, context);
    if (found === undefined || isWrong(found) || filter === undefined) return found;
    const filtered = await ofType(target, filter, context);
    return isWrong(filtered) ? filtered : every([filtered, found]);
  });
};

const ofType = async (
  type: string,
  expression: FilterExpression,
  context: ReadingContext,
): Promise<Criterion | Wrong> => {
  if (expression.kind === 'test') {
    const { path } = expression;
    const known = type === 'Resource' ? [] : [type];
    return (
      (await throughPath(type, path, expression, context)) ?? unknownParameter(path.code, known, context)
    );
  }
  if (expression.kind === 'not') {
    const found = await ofType(type, expression.of, context);
    return isWrong(found) ? found : not(found);
  }
  const found: (Criterion | Wrong)[] = [];
  for (const one of expression.of) found.push(await ofType(type, one, context));
  const of = unlessWrong(found);
  return isWrong(of) ? of : { kind: expression.kind, of };
};

/** What a filter asks of resources of these types, none for all: https://hl7.org/fhir/R5/search_filter.html */
export const filterCriterion = async (
  types: readonly string[],
  text: string,
  context: ReadingContext,
): Promise<Criterion | Wrong> => {
  const expression = parseFilter(text);
  if (isWrong(expression)) return expression;
  const asked = types.length === 0 ? ['Resource'] : types;
  const { found, wrong } = await byCriterion(asked, (type) => ofType(type, expression, context));
  return wrong ?? acrossTypes(found);
};
