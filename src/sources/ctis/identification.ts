import type { Stated } from '../../model/fact.ts';
import type { Identifier, Title } from '../../model/record/record.ts';
import { registryNumber } from '../../model/registry-number.ts';
import { LANGUAGE_NAMES } from '../language-names.ts';
import { at, oneOrMore } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { concluded, identifier, merged, otherNumber, stated } from '../record-parts.ts';
import { type Application, said } from './application.ts';

/** The numbers beside the record’s own. */
export const numbers = ({ root, details }: Application): readonly Identifier[] => {
  const secondary = at(details, 'clinicalTrialIdentifiers.secondaryIdentifyingNumbers');
  const others = [
    said(root, 'authorizedApplication.eudraCt.eudraCtCode'),
    said(root, 'eudraCtInfo.eudraCtCode'),
    said(secondary, 'nctNumber.number'),
    said(secondary, 'isrctnNumber.number'),
  ];
  return [
    ...others.flatMap(stated).map((fact) => otherNumber(fact, 'related')),
    ...stated(said(secondary, 'whoUniversalTrialNumber.number')).map((fact) =>
      identifier(fact, 'related', undefined, { type: concluded(fact, 'UTN') }),
    ),
    ...oneOrMore(secondary, 'additionalRegistries').flatMap((one) =>
      stated(said(one, 'number')).map((fact) =>
        otherNumber(fact, 'related', { assigner: said(one, 'otherRegistryName') }),
      ),
    ),
    // These are other trials, whatever the form of their numbers.
    ...oneOrMore(details, 'associatedClinicalTrials').flatMap((one) =>
      stated(said(one, 'ctNumber')).map((fact) =>
        identifier(fact, 'related', registryNumber(fact.value)?.registry),
      ),
    ),
  ];
};

const translated = (titles: Located | undefined, list: string, kind: Title['kind']): readonly Title[] =>
  oneOrMore(titles, list).flatMap((one) => {
    const name = at(one, 'languageDescription')?.words.toLowerCase() ?? '';
    const language = LANGUAGE_NAMES.get(name);
    return language === undefined
      ? []
      : stated(said(one, 'attributeTranslation')).map((fact) => ({ text: fact, kind, language }));
  });

/** What the trial is called, in the languages that the record names. */
export const titles = ({ root, details }: Application): readonly Title[] => {
  const node = at(details, 'clinicalTrialIdentifiers');
  const of = (kind: Title['kind'], ...facts: readonly Stated<string>[]): readonly Title[] =>
    merged(facts.flatMap(stated)).map((fact) => ({ text: fact, kind }));
  return [
    ...of('official', said(node, 'fullTitle'), said(root, 'title')).slice(0, 1),
    ...of('plain-language', said(node, 'publicTitle')),
    ...of('short', said(node, 'shortTitle')),
    ...translated(node, 'fullTitleTranslations', 'official'),
    ...translated(node, 'publicTitleTranslations', 'plain-language'),
  ];
};
