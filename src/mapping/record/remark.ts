import type { Extension } from 'fhir/r5.js';
import { structureDefinition } from '../../fhir/canonical.ts';
import type { Fact } from '../../model/fact.ts';
import type { RecordContext } from './context.ts';
import { misfits } from './fitting.ts';

const remark = (context: RecordContext, fact: Fact<string>): Extension => ({
  url: structureDefinition('record-remark'),
  valueString: fact.value,
  _valueString: context.on(fact),
});

/** What the record says that FHIR has no element for, or none that takes it as it is. */
export const remarks = (context: RecordContext): readonly Extension[] =>
  [...context.record.remarks.map(({ value }) => value), ...misfits(context.record)].map((fact) =>
    remark(context, fact),
  );
