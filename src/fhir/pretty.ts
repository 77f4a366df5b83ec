import { exactTree } from './exact-tree.ts';

/** Indents JSON text; every number keeps its written form. */
export const pretty = (text: string): string => JSON.stringify(exactTree(text), null, 2);
