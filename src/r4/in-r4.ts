import { R4 } from './version.ts';

/** The types of what a path leads to in R4: `Group`, `ResearchStudy.arm.name`; none if it leads nowhere there. */
const typesAt = (path: string): readonly string[] => {
  const [type = '', ...names] = path.replaceAll('[x]', '').split('.');
  return names.reduce<readonly string[]>(
    (types, name) =>
      types.flatMap((one) =>
        R4.elements.elementsOf(one).flatMap((element) => (element.name === name ? element.types : [])),
      ),
    R4.elements.kindOf(type) === undefined ? [] : [type],
  );
};

/** Whether R4 has the type, or the element of one, that a path leads to. */
export const isInR4 = (path: string): boolean => typesAt(path).length > 0;

/** A type with names of elements after it; a name before a parenthesis is a function's. */
const PATH = /(?<![\w./'-])[A-Z]\w*(?:\.[a-z]\w*\b(?!\())*/g;

/** Whether R4 has all the types and elements that a FHIRPath expression leads to from their types' names. */
export const isSaidInR4 = (expression: string): boolean => (expression.match(PATH) ?? []).every(isInR4);
