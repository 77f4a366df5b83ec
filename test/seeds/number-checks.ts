import type { Client } from './client.ts';
import { addressOf, defined, only } from './select.ts';
import { concept } from './study-facts.ts';
import type { Served } from './written.ts';

type Assessment = Served<'ArtifactAssessment'>;

/** The components of an assessment, one for each check. */
export const componentsOf = ({ content = [] }: Assessment) =>
  content.flatMap(({ component = [] }) => component);

/** Type, verdict, place, recomputed number and calculation of a check. */
export const checkFacts = (component: ReturnType<typeof componentsOf>[number]) => {
  const { type, classifier = [], path = [], quantity, summary } = component;
  return defined({
    check: concept(type),
    verdict: concept(only(classifier, 'classifiers')),
    path: only(path, 'paths'),
    recomputed: quantity?.value,
    calculation: summary,
  });
};

/** What was found of the numbers of a resource, by the assessment that judges it: a fact for each check. */
export const checksOf = async (client: Client, resource: Served) => {
  const artifact = addressOf(resource);
  const found = await client.search('ArtifactAssessment', { artifact });
  return componentsOf(only(found, `ArtifactAssessment of ${artifact}`)).map(checkFacts);
};

/** What stands in a resource at a path of names and positions: `Evidence.statistic[0].quantity`. */
export const atPath = (resource: Served, path: string): unknown =>
  path
    .split('.')
    .slice(1)
    .flatMap((step) => step.match(/\w+/g) ?? [])
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], resource);
