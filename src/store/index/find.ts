import { parsePath } from '../../fhir/search/path.ts';
import { compileFhirPath } from './fhirpath.ts';
import { compilePath, type Find } from './walk.ts';

const compiled = new Map<string, Find>();

const compile = (expression: string): Find => {
  const path = parsePath(expression);
  return path === undefined ? compileFhirPath(expression) : compilePath(path);
};

/** What finds the values of an expression; the library is asked only for what paths do not say. */
export const finder = (expression: string): Find => {
  // Expressions come from definitions, so that there is an end to them.
  const known = compiled.get(expression);
  if (known !== undefined) return known;
  const made = compile(expression);
  compiled.set(expression, made);
  return made;
};
