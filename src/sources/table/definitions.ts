import type { Passage } from '../passage.ts';
import type { Abbreviations } from '../prose/abbreviation.ts';

const DEFINITION =
  /(?<short>\p{Lu}[\p{L}\d/-]{1,11})\s*(?:[=:–]|,(?=\s\p{Ll}))\s*(?<long>\p{L}[^;=:,.]{3,70}?)\s*(?=[;.,]|$)/gu;

/** The short forms that the notes under a table define: `MI = myocardial infarction; TLR, target lesion revascularization`. */
export const definitionsIn = (notes: readonly Passage[]): Abbreviations =>
  new Map(
    notes.flatMap(({ text }) =>
      [...text.matchAll(DEFINITION)].flatMap(({ groups = {} }) => {
        const { short = '', long = '' } = groups;
        const isShort = short[0]?.toLowerCase() === long[0]?.toLowerCase() && long.length > short.length;
        return isShort ? [[short, long] as const] : [];
      }),
    ),
  );
