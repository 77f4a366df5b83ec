import { NOT_STATED } from '../model/fact.ts';
import type { Reading } from '../model/reading.ts';
import type { SourceDocument } from '../model/source-document.ts';
import type { Result, Trial } from '../model/trial.ts';
import type { Article } from './article.ts';
import { readTrial } from './prose/read-trial.ts';
import { sentencesOf } from './prose/sentence.ts';
import { isProtocol, planOf } from './protocol.ts';
import { otherPublicationKind } from './publication-kind.ts';

const SAYS_TRIAL =
  /\b(?:trial|randomi[sz](?:ed|ation)|randomly(?! (?:select|sampl|chos|drawn|pick|generat))|random (?:assign|allocat|divid|order)\w*|(?:was|were) (?:then |also |each )?(?:assigned|allocated) (?:[^.;]{1,30} )?to (?!an? )(?:(?!risk|high|low)[^.;]){1,200} (?:and|or|versus|vs\.?)|(?:double|single|triple)[- ]blind|cross-?over|placebo-controlled|controlled (?:[\p{L}-]+ ){0,2}(?:study|experiment)|(?<!\b(?:quality|infection|climate|temperature|pest|process|environmental) )(?:control|placebo|sham) conditions?|phase (?:[1-4]|i{1,3}|iv)\b)/iu;

const estimatesAnEffect = (result: Result): boolean =>
  result.kind === 'comparison' && result.estimate !== NOT_STATED;

/** What an article must state to be a trial's report, of which this one lacks something. */
const missingFrom = (trial: Trial, article: Article): string | undefined => {
  const sections = [...article.sections, ...(article.body ?? [])];
  const text = [article.title?.text ?? '', ...sections.map(({ passage }) => passage.text)].join('\n');
  if (trial.registrations.length === 0 && !SAYS_TRIAL.test(text))
    return 'a registry number, or a sentence that calls the study a trial';
  const { arms, planned, enrolled, analysed, results } = trial;
  if (
    arms.length === 0 &&
    !results.some(estimatesAnEffect) &&
    [planned, enrolled, analysed].every((count) => count === NOT_STATED)
  )
    return 'a group of participants, or their number';
  return undefined;
};

/** Reads the trial that an article reports, or tells why it reports none; `kind` is what the document was taken for. */
export const readArticle = (article: Article, document: SourceDocument, kind: string): Reading => {
  const abstract = sentencesOf(article.sections);
  const body = sentencesOf(article.body ?? []);
  const title = article.title?.text ?? '';
  const summary = abstract.length > 0 ? abstract : body;
  const other = article.otherKind ?? otherPublicationKind(title, summary);
  if (other) return { kind: 'refused', takenFor: other, missing: 'the report of one trial in people' };
  const sentences = [...abstract, ...body];
  const read = readTrial(article, sentences);
  const trial = isProtocol(title, summary) ? planOf(read) : read;
  const missing = missingFrom(trial, article);
  return missing === undefined
    ? { kind: 'trial', document, trial, unread: article.unread ?? [] }
    : { kind: 'refused', takenFor: kind, missing };
};
