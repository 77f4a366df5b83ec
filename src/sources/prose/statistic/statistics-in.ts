import type { Passage } from '../../passage.ts';
import type { Statistic } from './statistic.ts';

/** The statistics that a passage states, in order. */
export const statisticsIn = (passage: Passage): readonly Statistic[] => {
  void passage;
  return [];
};
