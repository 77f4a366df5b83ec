import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import { mayMatch } from '../needed.ts';
import { PEOPLE_WORDS } from '../people.ts';
import { ESTIMATE_NAMES, OTHER_NAMES } from './estimate-name.ts';
import { countWordAt, numberAt } from './number-token.ts';
import { UNIT } from './unit.ts';

type Pattern = (text: string, offset: number, before: IToken[]) => RegExpExecArray | null;

/** A pattern that the toolkit need not understand; it is tried only where one of `starts` begins. */
const custom = (name: string, pattern: Pattern, starts: string): TokenType =>
  createToken({ name, pattern, start_chars_hint: [...starts], line_breaks: false });

/** One pattern is tried at many places of a text, and most texts have nothing that it matches. */
const at = (pattern: RegExp): Pattern => {
  let [asked, may] = ['', false];
  return (text, offset) => {
    if (text !== asked) [asked, may] = [text, mayMatch(pattern, text)];
    if (!may) return null;
    pattern.lastIndex = offset;
    return pattern.exec(text);
  };
};

const first = (patterns: readonly RegExp[]): Pattern => {
  const each = patterns.map(at);
  return (text, offset, before) => {
    for (const match of each) {
      const found = match(text, offset, before);
      if (found) return found;
    }
    return null;
  };
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const word = (name: string, source: string, starts = LETTERS): TokenType =>
  custom(name, at(new RegExp(`(?:${source})(?![\\w-])`, 'iy')), starts);
const sign = (name: string, source: string, starts: string): TokenType =>
  custom(name, at(new RegExp(source, 'y')), starts);

const COMPARATORS = '<>=≤≥⩽⩾≦≧＜＞＝';

const Space = createToken({ name: 'Space', pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });
export const Num = custom(
  'Number',
  (text, offset) => (/[a-z]/i.test(text[offset] ?? '') ? countWordAt(text, offset) : numberAt(text, offset)),
  '0123456789.·∙⋅-−–‒﹣－+zotfsenZOTFSEN',
);
export const PlusMinus = sign('PlusMinus', '±|\\+\\s?/\\s?[-−–]|\\+[-−–]', '±+');
export const Percent = sign('Percent', '%(?!-?\\s?points?)|per\\s?cent(?:age)?(?![\\w-]| points?)', '%p');
const unitAt = at(UNIT);
/** Only behind a number. */
export const Unit = custom(
  'Unit',
  (text, offset, before) => {
    const last = before.at(-1)?.tokenType;
    return last === Num || last === Close ? unitAt(text, offset, before) : null;
  },
  `${LETTERS}%µμ°/`,
);
export const Open = createToken({ name: 'Open', pattern: /[([{]/ });
export const Close = createToken({ name: 'Close', pattern: /[)\]}]/ });
export const Comma = createToken({ name: 'Comma', pattern: /,/ });
export const Semicolon = createToken({ name: 'Semicolon', pattern: /;/ });
export const Colon = createToken({ name: 'Colon', pattern: /:/ });
export const Slash = createToken({ name: 'Slash', pattern: /\// });
export const Comparator = sign(
  'Comparator',
  '[<=]\\s?[<=]|>\\s?=|[<>≤≥⩽⩾≦≧＜＞]|(?:less|greater|more) than(?= 0?[.·])',
  '<>=≤≥⩽⩾≦≧＜＞lgm',
);
export const Equals = createToken({ name: 'Equals', pattern: /[=＝≈]/ });
export const Dash = createToken({ name: 'Dash', pattern: /[-−–—‒~]/ });
export const Times = createToken({ name: 'Times', pattern: /×/ });
export const P = sign(
  'P',
  `[Pp](?:['’]?s)?(?:[- ]?[Vv]alues?)?(?:[- ](?:for|of)(?: the)?(?: (?!less|greater|more)[a-z-]+){1,3}|[_ ]?[\\[({]?(?:interaction|trend|heterogeneity|adj|adjusted|non-?inferiority|superiority|sup|NI|int)[\\])}]?)?\\s?(?:was|were|is|of|,)?\\s?(?=[${COMPARATORS}:]|(?:less|greater) than 0?[.·]|0?[.·]\\d)`,
  'Pp',
);
export const NotSignificant = sign(
  'NotSignificant',
  '(?:N\\.?S\\.?|n\\.?s\\.)(?![\\w-])|(?:P|p)\\s?=\\s?(?:N\\.?S\\.?|n\\.?s\\.?)(?![\\w-])',
  'NnPp',
);
export const ConfidenceInterval = custom(
  'ConfidenceInterval',
  at(
    /(?:C\.\s?I\.|CIs?|CrIs?|(?:(?:B|b)ootstrap(?:ped)? |(?:B|b)ayesian )?(?:C|c)(?:onfidence|redible)[- ](?:(?:I|i)ntervals?|(?:L|l)imits?))(?![\w-](?!\d))(?:,?\s?[[(](?:(?:9\d(?:\.\d)?|80)\s?% ?)?(?:CIs?|CrI|C\.I\.)[\])])?(?: (?:for|of) (?:the )?differences?)?/y,
  ),
  'CcBb',
);
export const SampleSizeName = sign('SampleSizeName', '[Nn](?:o\\.?|umber)?s?(?=\\s?[=:]\\s?\\d)', 'Nn');
export const OtherName = custom('OtherName', first(OTHER_NAMES), `${LETTERS}βκ`);
export const EstimateName = custom('EstimateName', first(ESTIMATE_NAMES), LETTERS);
export const Mean = word(
  'Mean',
  '(?:(?:adjusted|unadjusted|geometric|arithmetic|marginal|estimated|least[- ]squares?|LS|group|overall|weighted)[- ])*(?:means?|averages?|averaged)',
);
export const Median = word('Median', 'medians?');
export const StandardDeviation = word(
  'StandardDeviation',
  'S\\.?D\\.?|standard[- ]deviations?|std\\.?(?: dev\\.?)?',
  'Ss',
);
export const StandardError = word(
  'StandardError',
  'SEM|S\\.?E\\.?M?\\.?|standard[- ]errors?(?: of the mean)?',
  'Ss',
);
export const QuartileRange = word(
  'QuartileRange',
  'IQRs?|(?:inter-?)?quartile[- ]ranges?|inter-?quartiles?|Q1\\s?[-–,]\\s?Q3|(?:the )?25th(?:[- –,]+|\\s?(?:to|and)\\s?)(?:the )?75th(?: percentiles?)?|quartiles?',
  'IiQqt2',
);
export const Range = word('Range', 'ranges?|ranged|ranging|min(?:imum)?\\s?[-–,]\\s?max(?:imum)?', 'RrMm');
export const To = word('To', 'to|through', 'Tt');
export const And = word('And', 'and', 'Aa');
export const Of = word('Of', '(?:out )?of(?: the| a total of| all| these)?(?= [-−–]?\\s?[\\d.·])', 'Oo');
export const From = word('From', 'from(?= )', 'Ff');
export const People = word('People', PEOPLE_WORDS);
/** What numbers something: `grade 3`, `week 12`, `Table 2`; the number is no value. */
export const Numbered = custom(
  'Numbered',
  at(
    /(?:grades?|phases?|types?|stages?|classe?s?|tables?|fig(?:ure|\.)s?|groups?|arms?|days?|weeks?|months?|years?|visits?|cycles?|levels?|versions?|steps?|parts?|sessions?|cohorts?|studies|study|trial|no\.|nos\.|ref(?:s|erences?)?\.?)\s\d+(?:[.,]\d+)?(?:\s?(?:[-–/,]|to|or|and)\s?\d+)*(?![\w%]|[.,·]\d|\s?[%(]|\sof\s\d|\s(?:patients|participants|women|men|children))|(?:days?|weeks?|months?|years?|visits?)\s\d+(?:(?:,|,?\s(?:and|or|to)|[-–])\s?\d+)+(?=\s?\()|\d{1,2}(?:st|nd|rd|th)?\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?:,?\s\d{4})?|(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s\d{1,2}(?:st|nd|rd|th)?\b(?:,\s\d{4})?/iy,
  ),
  'gptscfadwmyvlnrojGPTSCFADWMYVLNROJ0123456789',
);
/** The value of a test and its degrees of freedom: `t(58) = 2.31`, `χ² = 4.2`. */
export const TestStatistic = custom(
  'TestStatistic',
  at(
    /(?:[tFzZHUWQ]|df(?=\s?[=:])|[χΧxX]\s?(?:2|²)|[Cc]hi-?\s?squared?\s?(?:2|²)?|(?:partial )?(?:η|eta)\s?p?(?:2|²)?|R\s?(?:2|²))\s?(?:[([]\s?[\d.]+(?:,\s?[\d.]+)?\s?[)\]])?\s?[=:]\s?[-−]?\d*\.?\d+|df\s\d+/y,
  ),
  'tFzZHUWQdχΧxXpηeRCc',
);
export const Word = custom(
  'Word',
  at(/[A-Za-z\u00aa-\u02af\u0370-\u052f]\w*(?:[-'’./+][\w\u00c0-\u02af\u0370-\u052f]+)*|\d[\w.,:/-]*\w/y),
  `${LETTERS}0123456789`,
);
export const Other = createToken({ name: 'Other', pattern: /[\0-\uffff]/, line_breaks: true });

/** In the order in which they are tried. */
export const TOKENS = [
  Space,
  Numbered,
  TestStatistic,
  Num,
  PlusMinus,
  Percent,
  Unit,
  Open,
  Close,
  Comma,
  Semicolon,
  Colon,
  Slash,
  Comparator,
  Equals,
  Dash,
  Times,
  NotSignificant,
  P,
  ConfidenceInterval,
  SampleSizeName,
  OtherName,
  EstimateName,
  Mean,
  Median,
  StandardDeviation,
  StandardError,
  QuartileRange,
  Range,
  To,
  And,
  Of,
  From,
  People,
  Word,
  Other,
];

const lexer = new Lexer(TOKENS, {
  positionTracking: 'onlyOffset',
  ensureOptimizations: true,
  skipValidations: true,
});

/** The tokens of a text. Every character belongs to one or is white space. */
export const tokensOf = (text: string): IToken[] => lexer.tokenize(text).tokens;
