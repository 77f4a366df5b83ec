import { isTree, type Tree, treesIn } from '../fhir/exact-tree.ts';
import { wordsOf } from '../fhir/words.ts';
import { DOI_SYSTEM, ISSN_SYSTEM, PUBMED_SYSTEM } from '../mapping/identifier-systems.ts';
import { codeIn } from '../synthesis/finding.ts';
import type { Exported } from './exported.ts';
import { ofType, placeOf, type Study } from './study.ts';

type Line = readonly [tag: string, value: string | undefined];

const TITLES = 'http://hl7.org/fhir/title-type';

const treeAt = (tree: Tree | undefined, name: string): Tree | undefined => {
  const child = tree?.[name];
  return isTree(child) ? child : undefined;
};

const numberOf = (tree: Tree | undefined, system: string): string | undefined =>
  wordsOf(treesIn(tree?.identifier).find((one) => one.system === system)?.value);

/** A person as `Family, Given`, or as the source names them. */
const author = (person: Tree | undefined): string | undefined => {
  if (person === undefined || !Array.isArray(person.name)) return wordsOf(person?.name);
  const [name] = treesIn(person.name);
  const given = Array.isArray(name?.given) ? name.given.map(wordsOf).join(' ') : '';
  const family = wordsOf(name?.family);
  return family === undefined || family === ''
    ? wordsOf(name?.text)
    : [family, given].filter(Boolean).join(', ');
};

const PAGES = /^\s*([^\s–-]+)\s*[–-]\s*([^\s–-]+)\s*$/;

const linesOf = (citation: Tree, referred: (reference: unknown) => Tree | undefined): readonly Line[] => {
  const artifact = treeAt(citation, 'citedArtifact');
  const [form] = treesIn(artifact?.publicationForm);
  const journal = treeAt(form, 'publishedIn');
  const title = treesIn(artifact?.title).find(
    (one) => !treesIn(one.type).some((type) => codeIn(type, TITLES) === 'language'),
  );
  const contributors = treesIn(treeAt(artifact, 'contributorship')?.entry);
  const date = wordsOf(form?.articleDate) ?? wordsOf(form?.publicationDateYear);
  const pages = wordsOf(form?.pageString) ?? wordsOf(form?.articleNumber);
  const [, first = pages, last] = PAGES.exec(pages ?? '') ?? [];
  const doi = numberOf(artifact, DOI_SYSTEM);
  const pmid = numberOf(artifact, PUBMED_SYSTEM);
  const summary = treesIn(citation.summary)[0]?.text;
  const [, month, day] = date?.split('-') ?? [];
  return [
    ['TY', journal === undefined && doi === undefined && pmid === undefined ? 'GEN' : 'JOUR'],
    ...contributors.map((one): Line => ['AU', author(referred(one.contributor))]),
    ['TI', wordsOf(title?.text)],
    ['JO', wordsOf(journal?.title)],
    ['PY', date?.slice(0, 4)],
    ['DA', date && [date.slice(0, 4), month ?? '', day ?? '', ''].join('/')],
    ['VL', wordsOf(form?.volume)],
    ['IS', wordsOf(form?.issue)],
    ['SP', first],
    ['EP', last],
    ['SN', numberOf(journal, ISSN_SYSTEM)],
    ['DO', doi],
    ['AN', pmid],
    ['ID', wordsOf(citation.id)],
    ['UR', doi === undefined ? pmid && `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` : `https://doi.org/${doi}`],
    // A record may give no more of a paper than the line it is cited by.
    ['N1', title === undefined ? wordsOf(summary) : undefined],
    ['ER', ''],
  ];
};

/** A line cannot be broken: https://en.wikipedia.org/wiki/RIS_(file_format) */
const written = ([tag, value = '']: Line): string =>
  `${tag}  - ${value.replace(/\s*[\r\n]+\s*/g, ' ').trim()}\r\n`;

/** The citations of a study in RIS. */
export const ris = (study: Study): Exported => {
  const known = new Map(study.resources.map((one) => [placeOf(one), one]));
  const referred = (reference: unknown): Tree | undefined =>
    isTree(reference) ? known.get(wordsOf(reference.reference) ?? '') : undefined;
  const text = ofType(study, 'Citation')
    .map((citation) =>
      linesOf(citation, referred)
        .filter(([, value]) => value !== undefined)
        .map(written)
        .join(''),
    )
    .join('\r\n');
  return { text, differences: [] };
};
