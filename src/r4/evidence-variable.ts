import type { Tree } from '../fhir/exact-tree.ts';
import { treesIn } from '../fhir/exact-tree.ts';
import { absentValue } from './cross-version.ts';
import { textOf } from './item.ts';
import { commonView, given, type R4View } from './view.ts';

/** R4's types of a variable for R5's ways to handle one: https://hl7.org/fhir/R4/valueset-variable-type.html */
const TYPES: Readonly<Record<string, string>> = {
  continuous: 'continuous',
  dichotomous: 'dichotomous',
  polychotomous: 'descriptive',
};

const definitionOf = ({ definitionCodeableConcept, description }: Tree): Tree =>
  (definitionCodeableConcept as Tree | undefined) ??
  (typeof description === 'string' ? { text: description } : absentValue());

const characteristic = (one: Tree): Tree =>
  given({
    description: one.description,
    definitionCodeableConcept: definitionOf(one),
    exclude: one.exclude,
  });

/** The variable as R4 has it: https://hl7.org/fhir/R4/evidencevariable.html */
export const evidenceVariableView = (variable: Tree): R4View => {
  const all = treesIn(variable.characteristic);
  const type = TYPES[textOf(variable.handling)];
  // R4 asks for at least one.
  const shown = all.length > 0 ? all.map(characteristic) : [{ definitionCodeableConcept: absentValue() }];
  const view = commonView(variable, 'EvidenceVariable', { characteristic: shown, type }, [
    'characteristic',
    ...(type === undefined ? [] : ['handling']),
  ]);
  const SHOWN = ['id', 'description', 'definitionCodeableConcept', 'exclude', 'extension'];
  const left = all.flatMap((one, at) =>
    Object.keys(one)
      .filter((name) => !SHOWN.includes(name.replace(/^_/, '')))
      .map((name) => `EvidenceVariable.characteristic[${at}].${name}`),
  );
  return { ...view, left: [...view.left, ...left] };
};
