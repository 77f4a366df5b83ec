import type { Tree } from '../fhir/exact-tree.ts';
import { finishR4Study, finishR5Study } from './research-study.ts';
import { DOWN, type Way } from './version.ts';

/** Gives an object what one version says with other elements than the other. */
export const finish = (way: Way, type: string, source: Tree, out: Tree): void => {
  if (type !== 'ResearchStudy') return;
  if (way === DOWN) finishR4Study(source, out);
  else finishR5Study(source, out);
};
