import type { Fact, Stated } from '../../model/fact.ts';
import { as, at, oneOrMore } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { recordDate } from '../record-date.ts';
import { merged, stated } from '../record-parts.ts';

const NOTHING = /^(?:n\/?a|not applicable|none|-)\.?$/i;

/** The words at a path, unless they only say that there is nothing to say; then they are left for the remarks. */
export const said = (node: Located | undefined, path = ''): Stated<string> =>
  as(node, path, (words) => (NOTHING.test(words) ? undefined : words));

/** The ISO 8601 date at a path. */
export const date = (node: Located | undefined, path: string): Stated<string> => as(node, path, recordDate);

/** The words at a path of each item of a list, each once with all its places. */
export const each = (node: Located | undefined, list: string, path = ''): readonly Fact<string>[] =>
  merged(oneOrMore(node, list).flatMap((item) => stated(said(item, path))));

/** The parts of an application, wherever the form of the record has them. */
export interface Application {
  readonly root: Located;
  readonly partI: Located | undefined;
  readonly details: Located | undefined;
  readonly information: Located | undefined;
  readonly partsII: readonly Located[];
}

/** The parts of the latest application: of what was authorised, where anything was. */
export const applicationOf = (root: Located): Application => {
  const authorised = at(root, 'authorizedApplication');
  const [latest] = oneOrMore(root, 'applications').toReversed();
  const partI =
    at(authorised, 'authorizedPartI') ??
    at(root, 'authorizedPartI') ??
    at(root, 'partI') ??
    at(latest, 'partI');
  const partsII = [
    oneOrMore(authorised, 'authorizedPartsII'),
    oneOrMore(root, 'authorizedPartsII'),
    oneOrMore(root, 'partsII'),
    oneOrMore(latest, 'partIIInfo'),
  ];
  const details = at(partI, 'trialDetails');
  return {
    root,
    partI,
    details,
    information: at(details, 'trialInformation'),
    partsII: partsII.find((found) => found.length > 0) ?? [],
  };
};

/** What the record says of the trial in each member state, wherever it does. */
export const memberStates = ({
  root,
  partsII,
}: Application): readonly { readonly name: Fact<string>; readonly node: Located }[] =>
  [
    ...partsII.flatMap((part) => at(part, 'mscInfo') ?? []),
    ...oneOrMore(root, 'authorizedApplication.memberStatesConcerned'),
    ...oneOrMore(root, 'memberStatesConcerned'),
  ].flatMap((node) =>
    merged([...stated(said(node, 'countryName')), ...stated(said(node, 'mscName'))])
      .slice(0, 1)
      .map((name) => ({ name, node })),
  );
