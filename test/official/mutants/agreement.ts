/** Two verdicts on a resource: the errors the official validator and ours find. */
export interface Judged {
  /** Kind of resource: the name of its operator, or where an instance comes from. */
  readonly kind: string;
  readonly name: string;
  readonly text: string;
  readonly official: readonly string[];
  readonly ours: readonly string[];
}

/** How often two validators agree, bad being what the official one finds errors in. */
export interface Agreement {
  readonly refused: number;
  readonly missed: number;
  readonly accepted: number;
  readonly invented: number;
}

const isBad = ({ official }: Judged): boolean => official.length > 0;

const isRefused = ({ ours }: Judged): boolean => ours.length > 0;

export const agrees = (judged: Judged): boolean => isBad(judged) === isRefused(judged);

/** The confusion matrix of our verdicts. */
export const agreement = (judged: readonly Judged[]): Agreement => {
  const count = (bad: boolean, refused: boolean): number =>
    judged.filter((one) => isBad(one) === bad && isRefused(one) === refused).length;
  return {
    refused: count(true, true),
    missed: count(true, false),
    accepted: count(false, false),
    invented: count(false, true),
  };
};

/** The mean of the share of bad ones that are refused and of good ones that are accepted. */
export const balancedAccuracy = ({ refused, missed, accepted, invented }: Agreement): number =>
  (refused / (refused + missed) + accepted / (accepted + invented)) / 2;
