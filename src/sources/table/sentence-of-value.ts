import type { Fact } from '../../model/fact.ts';
import type { Arm, Subject } from '../../model/trial.ts';
import type { TableValue } from './values-of-table.ts';

const nameOf = (subject: Subject, arms: readonly Arm[]): string => {
  if (subject.kind === 'arm') return arms.find(({ key }) => key === subject.arm)?.name.value ?? subject.arm;
  return subject.kind === 'treatment' ? subject.name.value : '';
};

/** What a table says by a value, in words: what was measured, in whom, and the cell. */
export const sentenceOf = (
  { cell, outcome }: Pick<TableValue, 'cell' | 'outcome'>,
  subjects: readonly Subject[],
  arms: readonly Arm[],
): Fact<string> => {
  const own = cell.fact(0, cell.text.length, cell.text.trim());
  const who = subjects.map((subject) => nameOf(subject, arms)).join(' against ');
  return {
    ...own,
    value: [outcome?.value, who, own.value].filter(Boolean).join('; '),
    derivation: 'derived',
    spans: [own.spans[0], ...(outcome?.spans ?? [])],
  };
};
