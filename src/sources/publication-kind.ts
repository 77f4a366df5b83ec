import { isOwn } from './prose/own.ts';
import { participantsIn } from './prose/participants.ts';
import type { Sentence } from './prose/sentence.ts';

const REVIEW =
  /\b(?:systematic|narrative|scoping|umbrella|literature|integrative) reviews?\b|\bmeta-?\s?analys[ie]s\b|\b(?:this|our) review\b|\breview of (?:\w+ ){0,3}(?:trials|studies)\b/i;
const EDITORIAL = /\b(?:editorial|commentary|letter to the editor|viewpoint|opinion piece|correspondence)\b/i;
const COMMENTS =
  /\bin this issue of\b|\band colleagues (?:now )?(?:report|show|describe|present)|\bthis (?:editorial|commentary|letter)\b/i;
const POOLED =
  /\b(?:sought|searched|identified) in (?:[\p{L}\d-]+ ){1,3}databases?\b|\bpooled (?:relative risk|risk|odds|hazard|rate|mean|estimate|effect)|\b(?:trials|studies) (?:in|with|involving|of) [\d,]+ (?:patients|participants|people) were included\b/iu;
const ANIMAL =
  /\b(?:mice|mouse|murine|rats?|rabbits?|pigs?|piglets?|porcine|sheep|lambs?|dogs?|canine|feline|primates?|macaques?|monkeys?|zebrafish|hamsters?|guinea pigs)\b/gi;

/** What an article is where it is no report of one trial in people: a review, an editorial, an animal study. */
export const otherPublicationKind = (title: string, sentences: readonly Sentence[]): string | undefined => {
  const own = sentences.filter(isOwn);
  const designed = own.filter(({ role }) => role !== 'results');
  if (
    REVIEW.test(title) ||
    designed.some(({ text }) => REVIEW.test(text)) ||
    own.some(({ text }) => POOLED.test(text))
  )
    return 'a review of several studies';
  const reports = sentences.some(({ role }) => role === 'methods' || role === 'results');
  if (EDITORIAL.test(title) || (!reports && sentences.some(({ text }) => COMMENTS.test(text))))
    return 'an editorial or comment';
  const animals = [title, ...own.map(({ text }) => text)].join('\n').match(ANIMAL)?.length ?? 0;
  const isOfPeople = (): boolean => own.some((sentence) => participantsIn(sentence).length > 0);
  return animals >= 2 && !isOfPeople() ? 'an animal study' : undefined;
};
