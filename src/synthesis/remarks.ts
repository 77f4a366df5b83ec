import { unstated } from './alike.ts';
import type { Choices } from './choices.ts';
import type { Row } from './row.ts';
import type { Omission } from './select.ts';

/** What was left out, and why. */
export const omissionText = ({ study, reason }: Omission): string => `Left out, ${study}: ${reason}`;

const corrections = (rows: readonly Row[], { model }: Choices): readonly string[] => {
  const where = model === 'fixed-mantel-haenszel' ? ' for its own effect, not for the pooled one' : '';
  return rows
    .filter(({ corrected }) => corrected)
    .map(
      ({ study }) =>
        `${study.name}: a group has no event, or nothing but events; 0.5 was added to each cell${where}`,
    );
};

/** All that is to be said of how rows were pooled. */
export const remarksOn = (
  rows: readonly Row[],
  omissions: readonly Omission[],
  choices: Choices,
): readonly string[] => [
  ...rows.flatMap(({ study, remarks }) => remarks.map((remark) => `${study.name}: ${remark}`)),
  ...corrections(rows, choices),
  ...unstated(rows, choices.measure),
  ...(choices.measure === 'SMD'
    ? ['Whether high values are good on every scale was not looked at: values are taken as they are reported']
    : []),
  ...omissions.map(omissionText),
];
