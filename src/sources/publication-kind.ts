import { isIn } from './prose/match.ts';
import { isOwn } from './prose/own.ts';
import { participantsIn } from './prose/participants.ts';
import type { Sentence } from './prose/sentence.ts';

/** What an article says of itself: its title, its own sentences, and those of them that tell how it was done. */
interface Said {
  readonly title: string;
  readonly all: readonly Sentence[];
  readonly own: readonly Sentence[];
  readonly designed: readonly Sentence[];
  /** That its own people were put into groups by chance, or that it calls itself a trial. */
  readonly isTrial: boolean;
}

const TRIAL =
  /\b(?:randomi[sz]ed|placebo-controlled|open-label|pilot|clinical|controlled|cluster|cross-?over|feasibility|single-arm|(?:this|present|the) (?:\w+ )?)\s*trial\b|\b(?:were|was) (?:then |also )?(?:randomly|randomi[sz]ed)\b|\bwe randomi[sz]ed\b|\brandomly (?:assigned|allocated|divided)\b|\bphase (?:[1-4]|I{1,3}|IV)[ab]?\b/i;

const some = (sentences: readonly Sentence[], words: RegExp): boolean =>
  sentences.some(({ text }) => isIn(text, words));

const REVIEW =
  /\b(?:systematic|narrative|scoping|umbrella|literature|integrative|rapid|critical) reviews?\b|\b(?:network )?meta-?\s?(?:analys[ie]s|analytic|regression)\b|\breview of (?:\w+ ){0,3}(?:trials|studies|literature|evidence)\b|\boverview of\b/i;
const REVIEW_TITLE =
  /(?:^|[:.–—-]\s*)(?:an? )?(?:\w+ ){0,2}(?:review|overview|update)\.?$|\bpooled analys[ie]s\b|\bindividual (?:patient|participant)[- ]data\b|\bpost[- ]hoc analys[ie]s of (?:two|three|four|five|six|\d+)\b/i;
const REVIEWED =
  /\b(?:this|our) (?:systematic |narrative |scoping |literature )?review\b|\b(?:we|was|were|is) (?:\w+ ){0,3}(?:performed|conducted|undertook|did|carried out|reviewed?)\b.{0,40}\b(?:reviews?|meta-?\s?analys[ie]s)\b|\breviews? (?:and meta-?\s?analys[ie]s )?(?:of .{3,80} )?(?:was|were) (?:performed|conducted|undertaken|carried out)\b|\bmeta-?\s?analys[ie]s (?:of|was|were)\b|\breview of (?:\w+ ){0,3}(?:trials|studies)\b/i;
const POOLED =
  /\b(?:sought|searched|identified|retrieved) (?:in|from|through|by searching) (?:[\p{L}\d-]+,? ){0,4}(?:databases?|PubMed|MEDLINE|Embase|Cochrane)\b|\bwe searched\b|\b(?:PubMed|MEDLINE|Embase|Cochrane (?:Library|Central))\b.{0,80}\b(?:searched|search)\b|\bpooled (?:relative risk|risk|odds|hazard|rate|mean|estimate|effect|analys[ie]s (?:of|included))|\b(?:trials|studies|RCTs) (?:in|with|involving|of|comprising) [\d,]+ (?:patients|participants|people|subjects)(?: [^.]{0,40})? (?:were|was) (?:included|identified|pooled|analy[sz]ed)\b|\bdata (?:were|from) (?:pooled|combined) (?:from|across)\b|\bincluded (?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:randomi[sz]ed |controlled |clinical |eligible )*(?:trials|studies|RCTs)\b/iu;

const isReview = ({ title, own, designed, isTrial }: Said): boolean =>
  REVIEW.test(title) ||
  REVIEW_TITLE.test(title) ||
  some(own, POOLED) ||
  some(designed, REVIEWED) ||
  (!isTrial && some(designed, REVIEW));

const EDITORIAL_TITLE =
  /\b(?:editorial|commentary|letter to the editor|viewpoint|opinion piece|correspondence|perspective)\b|^(?:re|reply|response|comment|letter|author'?s? reply|in reply)\b\s*(?::|to\b|on\b)/i;
const COMMENTS =
  /\bin this issue of\b|\band colleagues (?:now )?(?:report|show|describe|present)|\bthis (?:editorial|commentary|letter|viewpoint|perspective)\b|\bwe (?:read|thank) (?:with|the authors)\b|^(?:dear (?:editor|sir)|to the editor)\b/i;

const isEditorial = ({ title, all }: Said): boolean =>
  EDITORIAL_TITLE.test(title) ||
  (!all.some(({ role }) => role === 'methods' || role === 'results') && some(all, COMMENTS));

const ANIMAL =
  /\b(?:mice|mouse|murine|rats?|rabbits?|pigs?|piglets?|swine|porcine|minipigs?|sheep|ewes?|lambs?|goats?|dogs?|beagles?|canine|feline|cats|horses?|ponies|equine|cows?|calves|cattle|heifers?|steers?|bovine|broilers?|chickens?|hens|primates?|macaques?|monkeys?|baboons?|zebrafish|trout|hamsters?|gerbils?|guinea pigs|ferrets?|drosophila|nematodes?)\b/gi;
const HUMAN =
  /\b(?:patients?|participants?|women|men|adults|children|infants|adolescents|volunteers|humans?|people|persons|mothers)\b/i;

const isOfAnimals = ({ title, own }: Said): boolean => {
  const animals = [title, ...own.map(({ text }) => text)].join('\n').match(ANIMAL)?.length ?? 0;
  const isOfPeople = (): boolean => own.some((sentence) => participantsIn(sentence).length > 0);
  return animals >= 2 && !HUMAN.test(title) && (!isOfPeople() || !own.some(({ text }) => HUMAN.test(text)));
};

const IN_VITRO =
  /\bin[ -]vitro\b|\bex[ -]vivo\b|\bcell (?:lines?|cultures?)\b|\bcultured (?:\w+ ){0,2}cells\b|\bextracted (?:\w+ ){0,3}teeth\b|\bcadaver(?:s|ic)?\b/i;

const isInVitro = ({ title, own, designed }: Said): boolean =>
  (IN_VITRO.test(title) || some(designed, IN_VITRO)) &&
  !own.some((sentence) => participantsIn(sentence).length > 0) &&
  !some(own, HUMAN);

const CASE_TITLE =
  /\bcase (?:reports?|series|stud(?:y|ies))\b|\breport of (?:\w+ ){0,3}cases?\b|\bcases? of\b/i;
const CASE =
  /\bwe (?:\w+ )?(?:report|present|describe) (?:on )?(?:a|an|the|one|two|three|\d+) (?:[\w-]+ ){0,3}(?:cases?|patients? who|\d+-year-old)\b|\b(?:a|an) \d+-(?:year|month|week|day)-old (?:[\w-]+ ){0,3}(?:man|woman|boy|girl|male|female|patient|child|infant)\b/i;

const isCase = ({ title, all, isTrial }: Said): boolean =>
  !isTrial && (CASE_TITLE.test(title) || some(all, CASE));

const OBSERVATIONAL =
  /\b(?:cohort|cross-sectional|case-control|ecological|observational|longitudinal|registry-based|descriptive|prevalence|qualitative|questionnaire) (?:[\w-]+ )?(?:study|analysis|survey|design)\b|\bretrospective (?:\w+ )?(?:study|cohort|analysis|review|chart review)\b|\bretrospectively (?:reviewed|analy[sz]ed|collected|identified)\b|\bchart review\b|\b(?:national|nationwide|population-based|online|postal|household) (?:\w+ )?(?:survey|registry|register|cohort)\b|\bsemi-structured interviews\b|\bcohort of \d/i;

const isObservational = ({ title, designed, isTrial }: Said): boolean =>
  !isTrial && !/\btrial\b/i.test(title) && (OBSERVATIONAL.test(title) || some(designed, OBSERVATIONAL));

const DIAGNOSTIC =
  /\bdiagnostic (?:test )?(?:accuracy|performance|value|yield)\b|\bsensitivity and specificity\b|\baccuracy of\b|\bareas? under the (?:receiver|ROC)\b|\b(?:derivation|development) and validation of\b|\bpredictive value\b|\breference standard\b/i;

const isDiagnostic = ({ title, designed, isTrial }: Said): boolean =>
  !isTrial && (DIAGNOSTIC.test(title) || some(designed, DIAGNOSTIC));

const GUIDELINE =
  /\b(?:clinical practice |practice )?guidelines?(?: for| on|:|$)|\bconsensus (?:statement|conference|recommendations)\b|\bposition (?:paper|statement)\b/i;

const isGuideline = ({ title, isTrial }: Said): boolean => !isTrial && GUIDELINE.test(title);

const SEVERAL =
  /\b(?:two|three|four|2|3|4) (?:(?!other|previous|earlier|prior|small|published)[\w-]+,? ){0,7}(?:trials|studies)\b(?! (?:have|had|suggest|show|report))/i;

/** Trials told of together: their numbers are not those of one. */
const isSeveralTrials = ({ title, own }: Said): boolean =>
  SEVERAL.test(title) ||
  own.some(({ role, text }) => ['objective', 'methods', 'body'].includes(role) && isIn(text, SEVERAL));

/** What else than a report of one trial in people an article may be, in the order in which it is looked for. */
const KINDS: readonly (readonly [kind: string, is: (said: Said) => boolean])[] = [
  ['a review of several studies', isReview],
  ['an editorial or comment', isEditorial],
  ['an animal study', isOfAnimals],
  ['a laboratory study', isInVitro],
  ['a guideline', isGuideline],
  ['a report of cases', isCase],
  ['a study of diagnosis', isDiagnostic],
  ['an observational study', isObservational],
  ['a report of several trials', isSeveralTrials],
];

/** What an article is where it is no report of one trial in people. */
export const otherPublicationKind = (title: string, sentences: readonly Sentence[]): string | undefined => {
  const own = sentences.filter(isOwn);
  const designed = own.filter(({ role }) => role !== 'results');
  const said: Said = {
    title,
    all: sentences,
    own,
    designed,
    isTrial: TRIAL.test(title) || some(own, TRIAL),
  };
  return KINDS.find(([, is]) => is(said))?.[0];
};
