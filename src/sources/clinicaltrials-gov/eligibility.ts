import type { Eligibility } from '../../model/record/record.ts';
import { criteriaOf } from '../eligibility/criteria.ts';
import type { Located } from '../located/tree.ts';
import { partOf } from '../located/wording.ts';
import { eligibility } from '../record-parts.ts';
import { HEALTHY_VOLUNTEERS, SEXES } from './codes.ts';
import type { Dialect } from './dialect.ts';

const listed = (dialect: Dialect, node: Located | undefined): Partial<Eligibility> => {
  if (node === undefined || node.words === '') return {};
  const wording = dialect.wording(node);
  const { inclusion, exclusion } = criteriaOf(wording.text);
  const facts = (all: typeof inclusion): Eligibility['inclusion'] =>
    all.map(({ from, to }) => partOf(node, wording, from, to));
  return { inclusion: facts(inclusion), exclusion: facts(exclusion) };
};

/** Who may take part: the whole text, and each criterion in it. */
export const eligibilityOf = (dialect: Dialect, root: Located): Eligibility => {
  const criteria = dialect.at(root, 'criteria');
  return eligibility({
    criteria: dialect.markdown(root, 'criteria'),
    ...listed(dialect, criteria),
    sex: dialect.coded(root, 'sex', SEXES),
    minimumAge: dialect.text(root, 'minimumAge'),
    maximumAge: dialect.text(root, 'maximumAge'),
    healthyVolunteers: dialect.coded(root, 'healthyVolunteers', HEALTHY_VOLUNTEERS),
    studyPopulation: dialect.markdown(root, 'studyPopulation'),
    samplingMethod: dialect.word(root, 'samplingMethod'),
  });
};
