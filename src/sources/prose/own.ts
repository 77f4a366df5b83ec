import { isIn, matches } from './match.ts';
import type { Sentence } from './sentence.ts';

const OWN =
  /\b(?:(?:this|the present|the current|our) (?:study|trial|research|work|investigation)|we (?:aimed|conducted|performed|evaluated|assessed|report|investigated|sought|designed|compared|randomi[sz]ed|enrolled)|(?:study|trial) was (?:designed|conducted|performed))\b/i;
const ELSEWHERE =
  /\b(?:need(?:s|ed)? to be|warranted|required to|should be|future|further|larger) (?:\w+ ){0,4}(?:confirmed|stud(?:y|ies)|trials?)\b|\bneed(?:s|ed)? to be confirmed\b/i;

const OTHERS =
  /\b(?:previous|earlier|prior|other|another|published|historical|observational|epidemiologic(?:al)?|past) (?:[\p{L}-]+ )?(?:stud(?:y|ies)|trials?|reports?|work|data|cohorts?|research|(?:meta-)?analys[ei]s|reviews?)\b|\bet al\b|\bmeta-?analys[ei]s\b|\bsystematic reviews?\b|\bCochrane\b|^historically\b|\b(?:has|have) (?:previously )?been (?:shown|demonstrated|\d)|\b(?:consistent|in line|in agreement) with (?:those|the results|findings|an?|other|previous)\b/iu;

/** A study called by who made it. */
const BY = /\b(?:[Ss]tud(?:y|ies)|[Tt]rials?) (?:by|of) \p{Lu}/u;

/** A study called by a name of its own. */
const CALLED =
  /\b(?:[Ii]n|[Ff]rom|[Oo]f|[Tt]he) (?:the )?(?<name>\p{Lu}[\p{L}\d-]*\p{L}[\p{L}\d-]*)(?: [\d]+)? (?:trial|study|cohort|registry)\b/dgu;

/** Words that begin like a name and are none: `The Study`, `This trial`. */
const NO_NAME =
  /^(?:The|This|That|Our|In|Each|Every|No|A|An|Of|One|Both|Present|Current|Phase|RCT|Randomi[sz]ed|Pilot|Clinical|Controlled|Crossover)$/i;

const UNREAL =
  /(?<!\b(?:as|than|was|were) (?:was |were |had been )?)\b(?:hypothesi[sz]ed?|expected|anticipated)\b|\b(?:hypothesis|expect(?:ing|s)?|assum(?:ed?|es|ing|ption)|whether|would|cannot|sample size|power(?:ed)? (?:of|to|for|at)|\d+(?:\.\d+)?\s?% power|minimal(?:ly)? (?:clinical(?:ly)? )?(?:important|relevant|significant) (?:clinical )?difference|(?:eligible|included|excluded) if|(?:inclusion|exclusion|eligibility) criteri(?:a|on))\b|\b(?:was|were|is) (?:hypothesi[sz]ed|expected|anticipated)\b|^(?:the |a )?(?:pre-?specified )?non-?inferiority (?:margin|limit|boundary)\b|\b(?:was|is|as) the (?:pre-?specified )?non-?inferiority (?:margin|limit|boundary)\b|\b(?:was|were|is) (?:considered|deemed|regarded|judged) (?:to be |as )?(?:a )?(?:minimally |clinically )+(?:important|relevant|meaningful|significant)|\bif (?:the )?(?:lower|upper) (?:bound|limit)|^if\b|,\s(?:and |but )?if\b/i;

const isOfAnother = (text: string, title: string): boolean =>
  isIn(text, OTHERS) ||
  isIn(text, BY) ||
  matches(text, CALLED).some(({ part }) => {
    const name = part('name')?.text ?? '';
    return !NO_NAME.test(name) && !title.includes(name);
  });

/** Whether a sentence tells what was found here: not in another study than the one of that title, not what was expected or what might be. */
export const isFinding = (text: string, title: string): boolean =>
  !isIn(text, UNREAL) && !isOfAnother(text, title);

/** Whether a sentence tells what was done in this trial: not background, not what should be done one day. */
export const isOwn = (sentence: Sentence): boolean =>
  !isIn(sentence.text, ELSEWHERE) &&
  (!(['background', 'conclusions', 'registration'] as readonly string[]).includes(sentence.role) ||
    isIn(sentence.text, OWN));
