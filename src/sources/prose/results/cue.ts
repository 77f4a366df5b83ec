import { regex } from 'regex';
import type { Direction } from '../../../model/trial.ts';

/** How much, how surely, how often: words that do not turn a direction round. */
export const DEGREE = regex(
  'i',
)`( ( also | both | all | only | statistically | significantly | significant | non-?significantly | markedly | slightly | much | substantially | considerably | clinically | highly | very | even | still | marginally | consistently | greatly | dramatically | (a\ )? ( [a-z\-]+\ )? trend\ (towards? | for | of) (\ (a | an))? | somewhat | further | rapidly | progressively | generally | initially | subsequently | modestly | moderately | numerically | approximately | strongly | remarkably | more | overall | important | meaningful | relevant | marked | clear | small | large | substantial | considerable | moderate | modest | slight | dramatic | numerical | well | effectively | relatively | far | tended\ to | [\d.,·–\-]+ ( -fold | \s? ( % | percent(age\ points)? | points? | times | kg | m?g | m?[lL] | dB | letters | degrees | mm | cm | m | min(ute)?s? | h(ours?)? | days? | weeks? | months? | years? | mmHg | mm\ Hg ) ) | ( two | three | four | five ) -? fold | \uE002+ ) ,? \s )*`;

/** Comparatives that say which of two groups had more, or did better. */
export const COMPARATIVE = regex(
  'i',
)`\b (?<! \b lost \s) ( highest | lowest | greatest | fewest | ( more | less ) \ ( severe | intense | rapid | favou?rable | stable | painful | extensive | prevalent ) | higher | greater | longer | larger | bigger | stronger | faster | quicker | earlier | later | slower | older | heavier | more\ frequent(ly)? | more\ common | more\ often | more\ pronounced | more | lower | shorter | smaller | weaker | less\ frequent(ly)? | less\ common | less\ often | less\ pronounced | less | fewer | reduced | decreased | diminished | increased | elevated | enhanced | improved | prolonged | shortened | raised | better | superior | worse | poorer | inferior | attenuated | impaired | accelerated | delayed | lowered ) \b`;

/** Verbs of change in the past, passive or not. */
export const CHANGED = regex(
  'i',
)`\b ( increased | rose | raised | elevated | prolonged | lengthened | enhanced | augmented | accelerated | gained | doubled | decreased | reduced | lowered | declined | fell | dropped | diminished | shortened | attenuated | suppressed | inhibited | alleviated | relieved | prevented | minimi[sz]ed | abolished | blunted | delayed | lost | improved | ameliorated | restored | worsened | deteriorated | impaired | aggravated | exacerbated ) \b`;

/** Verbs of change behind *did not*, *to* or *failed to*. */
export const CHANGES = regex(
  'i',
)`\b ( increase | rise | raise | elevate | prolong | lengthen | enhance | accelerate | decrease | reduce | lower | decline | fall | drop | diminish | shorten | attenuate | suppress | inhibit | alleviate | relieve | prevent | delay | improve | ameliorate | worsen | deteriorate | impair | affect | alter | change | influence | modify | differ | benefit ) s? \b`;

/** Nouns that say how a thing changed. */
export const CHANGE = regex(
  'i',
)`\b ( decreases? | reductions? | declines? | drops? | falls? | decrements? | attenuation | suppression | inhibition | loss | shortening | relief | alleviation | increases? | rises? | elevations? | increments? | gains? | prolongation | enhancement | acceleration | improvements? | amelioration | benefits? | worsening | deteriorations? | impairments? ) \b`;

/** What says that two things are the same. */
export const ALIKE = regex(
  'i',
)`\b ( similar | comparable | equivalent | identical | equal | the\ same | unchanged | unaffected | not\ different | indistinguishable | alike | non-?significant | insignificant | equally\ [a-z]+ | no\ different ) \b`;

const DOWN =
  /^(?:lowest|fewest|lower|shorter|smaller|weaker|less|fewer|reduc|decreas|diminish|declin|drop|fall|fell|decrement|attenuat|suppress|inhibit|loss|lost|shorten|relie|alleviat|prevent|minimi|abolish|blunt|earlier|sooner|faster|quicker)/i;
const UP =
  /^(?:highest|greatest|higher|greater|longer|larger|bigger|stronger|older|heavier|more|increas|elevat|enhanc|prolong|lengthen|rais|rise|rose|gain|increment|accelerat|augment|doubl|later|slower|delay)/i;
const COMPARES =
  /^(?:highest|lowest|greatest|fewest|higher|greater|longer|larger|bigger|stronger|faster|quicker|earlier|later|slower|older|heavier|more|lower(?!ed)|shorter|smaller|weaker|less|fewer|sooner)/i;

/** The direction that a comparative, a verb or a noun of change says; none where it does not say which. */
export const directionOf = (word: string): Direction | undefined => {
  if (
    /^(?:improv|better|superior|ameliorat|restor|benefit|outperform|more (?:favou?r|effective|efficacious|beneficial))/i.test(
      word,
    )
  )
    return 'improved';
  if (
    /^(?:worse|deteriorat|poorer|inferior|impair|aggravat|exacerbat|less (?:favou?r|effective|efficacious|beneficial))/i.test(
      word,
    )
  )
    return 'worsened';
  const compares = COMPARES.test(word);
  if (DOWN.test(word)) return compares ? 'lower' : 'decreased';
  if (UP.test(word)) return compares ? 'higher' : 'increased';
  return undefined;
};
