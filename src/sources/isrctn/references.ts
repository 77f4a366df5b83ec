import { NOT_STATED } from '../../model/fact.ts';
import type { Reference } from '../../model/record/record.ts';
import { at, oneOrMore } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { firstStated, reference, stated } from '../record-parts.ts';
import { date, said } from './words.ts';

/** The record’s own DOI, pages, papers and files. */
export const references = (trial: Located | undefined): readonly Reference[] => [
  ...stated(said(trial, 'externalRefs.doi')).map((doi) => reference('link', { doi })),
  ...stated(said(trial, 'trialDescription.trialWebsite')).map((url) => reference('link', { url })),
  ...stated(said(trial, 'results.publicationDetails')).map((found) => reference('citation', { text: found })),
  ...oneOrMore(trial, 'outputs.output').flatMap((one) => {
    const link = at(one, 'externalLink');
    const known = {
      type: firstStated(said(one, '@outputType'), said(one, 'outputType')),
      text: firstStated(said(one, 'description'), said(one, 'localFile.@originalFilename')),
      url: link?.words ? said(link) : firstStated(said(link, '@url'), said(link, 'url')),
      date: firstStated(date(one, '@dateCreated'), date(one, 'dateCreated')),
    };
    return Object.values(known).some((fact) => fact !== NOT_STATED)
      ? [reference(known.url === NOT_STATED ? 'document' : 'link', known)]
      : [];
  }),
  ...oneOrMore(trial, 'attachedFiles.attachedFile').flatMap((one) => {
    const known = {
      text: firstStated(said(one, 'description'), said(one, 'name')),
      url: firstStated(said(one, '@downloadUrl'), said(one, 'downloadUrl')),
    };
    return Object.values(known).some((fact) => fact !== NOT_STATED) ? [reference('document', known)] : [];
  }),
];
