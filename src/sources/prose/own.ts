import type { Sentence } from './sentence.ts';

const OWN =
  /\b(?:(?:this|the present|the current|our) (?:study|trial|research|work|investigation)|we (?:aimed|conducted|performed|evaluated|assessed|report|investigated|sought|designed|compared|randomi[sz]ed|enrolled)|(?:study|trial) was (?:designed|conducted|performed))\b/i;
const ELSEWHERE =
  /\b(?:need(?:s|ed)? to be|warranted|required to|should be|future|further|larger) (?:\w+ ){0,4}(?:confirmed|stud(?:y|ies)|trials?)\b|\bneed(?:s|ed)? to be confirmed\b/i;

const OTHERS =
  /\b(?:previous|earlier|prior|other|another|published) (?:[\p{L}-]+ )?(?:stud(?:y|ies)|trials?|reports?|work)\b|\bet al\b|\b(?:stud(?:y|ies)|trials?) (?:by|of) \p{Lu}/u;
const UNREAL =
  /\b(?:hypothesi[sz]ed?|hypothesis|expect(?:ed|ing|s)?|assum(?:ed?|ing|ption)|anticipated|whether|would|cannot|sample size|power(?:ed)? (?:of|to))\b|^if\b|,\s(?:and |but )?if\b/i;

/** Whether a sentence tells what was found here: not in another study, not what was expected or what might be. */
export const isFinding = (text: string): boolean => !OTHERS.test(text) && !UNREAL.test(text);

/** Whether a sentence tells what was done in this trial: not background, not what should be done one day. */
export const isOwn = (sentence: Sentence): boolean =>
  !ELSEWHERE.test(sentence.text) &&
  (!(['background', 'conclusions', 'registration'] as readonly string[]).includes(sentence.role) ||
    OWN.test(sentence.text));
