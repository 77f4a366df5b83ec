const METRIC =
  '[µμmcnpfkd]?(?:g|L|l|mol|m)|[µμmcnpk]?(?:m2|m²|m3|m³)|mcg|[µμmnp]M|[µμmkM]?(?:IU|U)|m?(?:Eq|Osm|Gy)|[mk]?Pa|k?cal|k?J|m?V|k?Hz';
const SCALE =
  'mm\\s?Hg|[cm]m\\s?H2O|°\\s?C|°|bpm|percentage[- ]points?|percent[- ]points?|%[- ]?points?|pp|points?|scores?|units?|beats?|breaths?|letters?|copies|cells?|CFU|log10|log|logMAR|METs?|steps?|dB|diopters?|dioptres?|D|fold|times|words|teeth|sites|lesions?|inches|Nm';
const HAPPENINGS =
  'events?|episodes?|attacks?|seizures?|exacerbations?|relapses?|falls?|infections?|hospitali[sz]ations?|admissions?|deaths?|(?:migraine|headache)[- ]days?';
const TIME =
  'seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|yrs?|nights?|h|d|s';
const PER =
  '(?:\\d[\\d,]*\\s)?(?:(?:patient|person|participant|child|woman|subject|treatment)s?[- ](?:years?|months?|weeks?|days?)|1\\.73\\s?m[2²]|24\\s?h(?:ours?)?|high[- ]power(?:ed)? field|eye|cycle|patients?|persons?|participants?|women|children|births|lit(?:re|er)|minute|min|hour|day|night|week|month|year)';
const BASE = `(?:${SCALE}|${METRIC}|${HAPPENINGS}|${TIME})`;
const DIVISOR = `(?:\\d+\\s?)?(?:${PER}|${BASE})`;
const END = '(?![\\w²³]|-[a-z])';

/** A unit behind a number: `mg/dL`, `kg/m²`, `mm Hg`, `percentage points`, `events per 100 patient-years`, `/L`. */
export const UNIT = new RegExp(
  `(?:${BASE}|/(?:[µμm]?L|mm3|mm³|h|day|week|month|year|eye))${END}(?:[·.]${BASE}${END})*(?:\\s?/\\s?${DIVISOR}${END})*(?:\\sper\\s(?:${PER}|${BASE})${END})*(?:\\s[A-Za-z]+[⁻−-][1¹]${END})*`,
  'y',
);

/** Whether a unit is a length of time. */
export const isTime = (unit: string): boolean => IS_TIME.test(unit);

const IS_TIME = new RegExp(`^(?:${TIME}|min)$`, 'i');
