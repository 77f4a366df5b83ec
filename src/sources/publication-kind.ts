import type { Article } from './article.ts';
import { isOwn } from './prose/own.ts';
import { participantsIn } from './prose/participants.ts';
import { sentencesOf } from './prose/sentence.ts';

const REVIEW =
  /\b(?:systematic|narrative|scoping|umbrella|literature|integrative) reviews?\b|\bmeta-?\s?analys[ie]s\b|\b(?:this|our) review\b|\breview of (?:\w+ ){0,3}(?:trials|studies)\b/i;
const EDITORIAL = /\b(?:editorial|commentary|letter to the editor|viewpoint|opinion piece|correspondence)\b/i;
const ANIMAL =
  /\b(?:mice|mouse|murine|rats?|rabbits?|pigs?|piglets?|porcine|sheep|lambs?|dogs?|canine|feline|primates?|macaques?|monkeys?|zebrafish|hamsters?|guinea pigs)\b/gi;

/** What an article is where it is no report of one trial in people: a review, an editorial, an animal study. */
export const otherPublicationKind = (article: Article): string | undefined => {
  const own = sentencesOf(article.sections).filter(isOwn);
  const title = article.title?.text ?? '';
  const designed = own.filter(({ role }) => role !== 'results');
  if (REVIEW.test(title) || designed.some(({ text }) => REVIEW.test(text)))
    return 'a review of several studies';
  if (EDITORIAL.test(title)) return 'an editorial or comment';
  const animals = [title, ...own.map(({ text }) => text)].join('\n').match(ANIMAL)?.length ?? 0;
  const people = own.some((sentence) => participantsIn(sentence).length > 0);
  return animals >= 2 && !people ? 'an animal study' : undefined;
};
