import type { Choices } from './choices.ts';
import type { Model } from './pool.ts';

const METHODS: Partial<Record<Model, string>> = {
  'fixed-inverse-variance': 'FE',
  'random-dersimonian-laird': 'DL',
  'random-reml': 'REML',
};

const COUNTS = 'ai=ai, bi=bi, ci=ci, di=di';

/** The call of R's metafor that pools the same data: https://wviechtb.github.io/metafor/ */
export const callInR = ({ measure, model, hartungKnapp }: Choices): string => {
  if (model === 'fixed-peto') return `rma.peto(${COUNTS}, data=dat)`;
  if (model === 'fixed-mantel-haenszel')
    return `rma.mh(${COUNTS}, measure="${measure}", correct=FALSE, data=dat)`;
  return `rma(yi, sei=sei, method="${METHODS[model]}"${hartungKnapp ? ', test="knha"' : ''}, data=dat)`;
};
