import { type Content, content } from '../fhir/content.ts';
import { exactTree, isTree, type Tree, treesIn } from '../fhir/exact-tree.ts';
import type { TrialFacts } from '../fhir/mapped-trial.ts';
import { narrative, paragraph } from '../fhir/narrative.ts';
import { DERIVATION_REFERENCE, extensionsOf, ORIGINAL_TEXT } from '../fhir/source-mark.ts';
import { absent } from './mark.ts';

const HASHES = 'urn:ietf:rfc:3986';

/** How many characters of a source's own words may be passed on in one piece: a fact, not a text. */
const QUOTABLE = 200;

/** https://terminology.hl7.org/ValueSet-v3-RefrainPolicy.html */
const LABEL = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  code: 'NOREUSE',
  display: 'no reuse beyond purpose of use',
};

const isLong = (value: unknown): boolean => typeof value === 'string' && value.length > QUOTABLE;

const isOfSource = (element: unknown): element is Tree =>
  isTree(element) && extensionsOf(element).some(({ url }) => url === DERIVATION_REFERENCE);

/** A value without the source's longer texts; their places stay. */
const masked = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value
      .filter((one) => !(isTree(one) && one.url === ORIGINAL_TEXT && isLong(one.valueString)))
      .map(masked);
  if (!isTree(value)) return value;
  const entries = Object.entries(value).flatMap(([name, child]): (readonly [string, unknown])[] => {
    const element = value[`_${name}`];
    if (isLong(child) && isOfSource(element)) return [];
    const isMasked = name.startsWith('_') && isLong(value[name.slice(1)]) && isOfSource(child);
    const kept = masked(child);
    if (!isMasked || !isTree(kept)) return [[name, kept]];
    return [
      [name, { ...kept, extension: [...treesIn(kept.extension), ...(absent('masked').extension ?? [])] }],
    ];
  });
  return Object.fromEntries(entries);
};

const labelled = (tree: Tree): Tree => {
  const meta = isTree(tree.meta) ? tree.meta : {};
  return { ...tree, meta: { ...meta, security: [...treesIn(meta.security), LABEL] } };
};

const withoutData = (tree: Tree): Tree => ({
  ...tree,
  content: treesIn(tree.content).map((one) => {
    const { data: _, ...attachment } = one.attachment as Tree;
    return { ...one, attachment };
  }),
});

const without = ({ text }: Content): Content => {
  const tree = exactTree(text) as Tree;
  if (tree.resourceType === 'DocumentReference') return content(labelled(withoutData(tree)) as never);
  const kept = masked(tree) as Tree;
  if (JSON.stringify(kept) === JSON.stringify(tree)) return content(labelled(tree) as never);
  // A narrative repeats what is masked.
  return content(
    labelled({ ...kept, ...narrative(paragraph('The words of the source are withheld.')) }) as never,
  );
};

/**
 * A trial without the texts of its source where the source is one whose texts may not be passed on: the document's
 * hash and size stay, and the places of all values in it. `systems` are the identifier systems of such sources.
 */
export const withheld = (trial: TrialFacts, systems: ReadonlySet<string>): TrialFacts => {
  const document = trial.facts.find(
    ({ value }) => value.resourceType === 'DocumentReference' && value.id === trial.document,
  );
  const identifiers =
    document?.value.resourceType === 'DocumentReference' ? (document.value.identifier ?? []) : [];
  if (!identifiers.some(({ system = HASHES }) => system !== HASHES && systems.has(system))) return trial;
  return { ...trial, facts: trial.facts.map(without) };
};
