import type { EvidenceVariable, EvidenceVariableCharacteristic, Reference } from 'fhir/r5.js';
import { heading, paragraph } from '../../../fhir/narrative.ts';
import { NOT_STATED, type Stated, stated } from '../../../model/fact.ts';
import { trialVariable } from '../../evidence-variable.ts';
import { filled } from '../../filled.ts';
import type { Marks } from '../../mark.ts';
import type { StudyContext } from '../../study-context.ts';
import type { RecordContext } from '../context.ts';
import { timeFromEvent } from '../outcome.ts';
import { notes } from './quantity.ts';

/** A property of a variable under its name, in every place that states it. */
export type Detail = readonly [name: string, ...facts: readonly Stated<string>[]];

/** A row, or rows with a title, of a table of results: a class, a category, a period, an event. */
export interface Part {
  readonly title: Stated<string>;
  /** What we call it, where the record has no name for it. */
  readonly name?: string;
  readonly notes?: readonly Stated<string>[];
  readonly details?: readonly Detail[];
  readonly parts?: readonly Part[];
}

/** What a table of results measures: all that the record says once for all of its groups and cells. */
export interface ResultVariable {
  /** What tells it apart from the record's others. */
  readonly key: string;
  readonly name: string;
  readonly title: Stated<string>;
  readonly description: Stated<string>;
  readonly timeFrame: Stated<string>;
  readonly details: readonly Detail[];
  readonly parts: readonly Part[];
}

/** What was measured as results are reported. */
export const variableReference = ({ makeId }: StudyContext, { name, key }: ResultVariable): Reference => ({
  reference: `EvidenceVariable/${makeId(name, ['EvidenceVariable', 'result', key])}`,
});

const detail = (marks: Marks, [name, ...facts]: Detail): EvidenceVariableCharacteristic[] => {
  // A value that several places state is one characteristic.
  const byValue = Map.groupBy(
    facts.filter((fact) => fact !== NOT_STATED),
    ({ value }) => value,
  );
  return [...byValue].map(([text, same]) => ({
    description: name,
    definitionByTypeAndValue: {
      type: { text: name },
      valueCodeableConcept: { text, _text: marks.on(...same) },
    },
  }));
};

const combined = (
  code: 'all-of' | 'any-of',
  characteristic: EvidenceVariableCharacteristic[],
): EvidenceVariableCharacteristic =>
  characteristic.length === 0 ? {} : { definitionByCombination: { code, characteristic } };

const part = (marks: Marks, one: Part): EvidenceVariableCharacteristic[] => {
  const { title, name, details = [] } = one;
  const parts = (one.parts ?? []).flatMap((inner) => part(marks, inner));
  const told = details.flatMap((inner) => detail(marks, inner));
  const named = name === undefined ? marks.primitive('description', title) : { description: name };
  const own = { ...named, ...notes(marks, ...(one.notes ?? [])) };
  // What has no title is no row of its own: its rows are those of what it belongs to.
  if (Object.keys(own).length === 0 && told.length === 0) return parts;
  const inner = parts.length === 0 ? told : told.length === 0 ? parts : [...told, combined('any-of', parts)];
  return [{ ...own, ...combined(told.length === 0 ? 'any-of' : 'all-of', inner) }];
};

/** The variable of a table of results: https://hl7.org/fhir/R5/evidencevariable.html */
export const resultVariable = (context: RecordContext, variable: ResultVariable): EvidenceVariable => {
  const { name, title, description, timeFrame } = variable;
  const parts = variable.parts.flatMap((one) => part(context, one));
  const characteristic: EvidenceVariableCharacteristic[] = [
    ...(timeFrame === NOT_STATED
      ? []
      : [{ description: 'time frame', timeFromEvent: [timeFromEvent(context, timeFrame)] }]),
    ...variable.details.flatMap((one) => detail(context, one)),
    ...(parts.length === 0 ? [] : [{ description: 'rows', ...combined('any-of', parts) }]),
  ];
  const told = [description, timeFrame].map(stated).filter((text) => text !== undefined);
  return trialVariable(
    variableReference(context, variable),
    [heading(name), ...told.map((text) => paragraph(text))],
    {
      ...(title === NOT_STATED ? { title: name } : context.primitive('title', title)),
      ...context.primitive('description', description),
      ...filled('characteristic', characteristic),
    },
  );
};
