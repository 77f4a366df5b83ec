import { expect, test } from 'vitest';
import { elementsOf } from './elements.ts';
import type { Loaded } from './loaded.ts';
import { datesIn, figuresIn, numbersIn, statesDate, withoutDates } from './numbers.ts';
import { addressOf } from './select.ts';
import type { Served } from './written.ts';

/** Numbers of FHIR's own: the order of authors, and “once” in “once every three days”. */
const OF_FHIR = ['rankingOrder', 'frequency'];

const textsOf = ({ trial }: Loaded): readonly (readonly [string, string])[] =>
  trial.resources
    .flatMap((resource) => elementsOf(resource))
    .filter(({ name }) => name !== 'data')
    .flatMap(({ path, value }) => (typeof value === 'string' ? [[path, value] as const] : []));

const visible = (div: string): string => div.replace(/<[^>]*>/g, ' ');

/** Tests that nothing is served but the trial: no words of the page around it, no number it does not state. */
export const nothingElseTests = (
  loaded: () => Loaded,
  { chrome, translation }: { chrome: readonly string[]; translation?: string },
): void => {
  test.each(chrome)('“%s” of the page around the abstract is in the document only', (words) => {
    expect(loaded().document).toContain(words);
    expect(textsOf(loaded()).filter(([, text]) => text.includes(words))).toEqual([]);
  });

  test('no words in another script but the translated title', () => {
    const others = textsOf(loaded())
      .map(([path, text]) => [path, text.replaceAll(translation ?? '', '')])
      .filter(([, text = '']) => /\p{Script=Han}/u.test(text));
    expect(others).toEqual([]);
  });

  test('there is one study, and all that was written can be reached from it', async () => {
    const { client, trial, answer } = loaded();
    expect((await client.search('ResearchStudy', {})).map(addressOf)).toEqual([addressOf(trial.study)]);
    const { entry } = answer.body as { entry: { resource: Served }[] };
    const written = entry.map(({ resource }) => resource);
    // What is judged does not name its judgement; the judgement names what it judges.
    const judged = written.flatMap((one) =>
      one.resourceType === 'ArtifactAssessment'
        ? [one.artifactReference?.reference?.split('/_history')[0]]
        : [],
    );
    const facts = written.filter(({ resourceType }) => resourceType !== 'ArtifactAssessment').map(addressOf);
    expect(trial.resources.map(addressOf).toSorted()).toEqual(facts.toSorted());
    expect(judged.filter((one) => !facts.some((fact) => fact === one))).toEqual([]);
  });

  test('every number is one that the document states', async () => {
    const { client, trial, document } = loaded();
    const stated = numbersIn(document).map(Number);
    const numbers = await Promise.all(
      trial.resources.map(async (resource) => {
        const plain = JSON.parse((await client.get(addressOf(resource))).text);
        return elementsOf(plain).filter(
          ({ value, name }) => typeof value === 'number' && !OF_FHIR.includes(name),
        );
      }),
    );
    const invented = numbers.flat().filter(({ value }) => !stated.includes(value as number));
    expect(invented.map(({ path, value }) => `${path} ${value}`)).toEqual([]);
    expect(numbers.flat().length).toBeGreaterThan(5);
  });

  test('every number and date in a narrative is one that the document states', () => {
    const { trial, document } = loaded();
    const stated = numbersIn(document).map(Number);
    // The narratives of the document and of its reading tell of hashes and of versions, not of the trial.
    const others = ['Device', 'DocumentReference', 'Provenance'];
    const invented = trial.resources
      .filter(({ resourceType }) => !others.includes(resourceType))
      .flatMap((resource) => {
        const text = 'text' in resource ? visible(resource.text?.div ?? '') : '';
        expect(text.trim(), addressOf(resource)).not.toBe('');
        const dates = datesIn(text).filter((date) => !statesDate(document, date));
        const numbers = figuresIn(withoutDates(text)).filter((number) => !stated.includes(Number(number)));
        return [...dates, ...numbers].map((one) => `${addressOf(resource)} ${one}`);
      });
    expect(invented).toEqual([]);
  });
};
