import { NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Reference } from '../../model/record/record.ts';
import type { Located } from '../located/tree.ts';
import { partOf, wordingOf } from '../located/wording.ts';
import { concluded, firstStated, reference } from '../record-parts.ts';
import type { Dialect } from './dialect.ts';

const DOI = /\bdoi:\s*(?<doi>10\.\d{4,9}\/[^\s"<>]+[^\s"<>.,;:)\]])/i;

/** The DOI that a citation has in it. */
const doiIn = (node: Located | undefined): Stated<string> => {
  if (node === undefined) return NOT_STATED;
  const wording = wordingOf(node);
  const match = DOI.exec(wording.text);
  if (match === null) return NOT_STATED;
  const to = match.index + match[0].length;
  return partOf(node, wording, to - (match.groups?.doi ?? '').length, to);
};

const citation = (dialect: Dialect, node: Located, type: Stated<string>): Reference => ({
  ...reference('citation', {
    type,
    pmid: dialect.text(node, 'pmid'),
    text: dialect.text(node, 'citation'),
    doi: doiIn(dialect.at(node, 'citation')),
  }),
});

/** The older XML has a list of its own for papers that report results. */
const OLDER_RESULTS = 'results_reference';

const citations = (dialect: Dialect, root: Located): readonly Reference[] => {
  if (dialect.format === 'json')
    return dialect
      .list(root, 'references')
      .map((node) => citation(dialect, node, dialect.word(node, 'referenceType')));
  return ['reference', OLDER_RESULTS].flatMap((name) =>
    (root.members.get(name) ?? []).map((node) => {
      const one = citation(dialect, node, NOT_STATED);
      const said = firstStated(one.text, one.pmid);
      return said === NOT_STATED || name !== OLDER_RESULTS
        ? one
        : { ...one, type: concluded(said, 'RESULT') };
    }),
  );
};

const isAnything = ({ type, text, pmid, url, date }: Reference): boolean =>
  [type, text, pmid, url, date].some((fact) => fact !== NOT_STATED);

/** The papers, pages, documents and data that the record names. */
export const referencesOf = (dialect: Dialect, root: Located): readonly Reference[] =>
  [
    ...citations(dialect, root),
    ...dialect
      .list(root, 'links')
      .map((node) =>
        reference('link', { text: dialect.text(node, 'linkLabel'), url: dialect.text(node, 'linkUrl') }),
      ),
    ...dialect.list(root, 'sharedData').map((node) =>
      reference('data', {
        type: dialect.text(node, 'sharedDataType'),
        url: dialect.text(node, 'sharedDataUrl'),
        text: dialect.text(node, 'sharedDataComment'),
      }),
    ),
    ...dialect.list(root, 'documents').map((node) =>
      reference('document', {
        type: dialect.text(node, 'documentType'),
        date: dialect.date(node, 'documentDate'),
      }),
    ),
  ].filter(isAnything);
