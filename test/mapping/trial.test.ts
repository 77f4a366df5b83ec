import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { content } from '../../src/fhir/content.ts';
import { mapTrial } from '../../src/mapping/trial.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { Trial } from '../../src/model/trial.ts';
import { document, silent, trial } from '../fixtures/trial.ts';
import { mapped, mark, markedElements } from './mapped.ts';

const references = (node: unknown): string[] => {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, child]) =>
    name === 'reference' && typeof child === 'string' ? [child] : references(child),
  );
};

const wellFormed = (xml: string): void => {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
};

const texts = (xml: string): string => {
  let text = '';
  const parser = new SaxesParser();
  parser.on('text', (part) => {
    text += part;
  });
  parser.write(xml).close();
  return text;
};

const ids = (one: Trial): string[] =>
  mapTrial(one, document).map(({ resourceType, id }) => `${resourceType}/${id}`);

/** Puts a text into every fact that copies its words. */
const withText = (node: unknown, text: string): unknown => {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map((child) => withText(child, text));
  const { value, words, derivation } = node as Partial<Fact<unknown>>;
  if (derivation === 'stated' && typeof value === 'string' && value === words && !/^[\d.]+$/.test(value))
    return { ...node, value: text, words: text };
  return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, withText(child, text)]));
};

const anyText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.constantFrom('<script>alert("&amp;")</script>', ']]>', '\u0000', '\ud800', '\ufffe', '\r\n\t', ''),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1 })
    .map((codes) => codes.map((code) => String.fromCharCode(code)).join('')),
);

describe('the resources of a trial', () => {
  test('the study comes first and everything it needs is there', () => {
    const types = mapped().resources.map(({ resourceType }) => resourceType);
    expect(types[0]).toBe('ResearchStudy');
    expect(
      Object.fromEntries(
        Map.groupBy(types, (type) => type)
          .entries()
          .map(([type, all]) => [type, all.length]),
      ),
    ).toEqual({
      ResearchStudy: 1,
      PlanDefinition: 1,
      ActivityDefinition: 3,
      EvidenceVariable: 16,
      Group: 8,
      EvidenceReport: 1,
      Evidence: 11,
      Citation: 1,
      Organization: 1,
      Practitioner: 2,
      DocumentReference: 1,
      Device: 1,
    });
  });

  test('every resource claims one profile of ours', () => {
    for (const { meta } of mapped().resources)
      expect(meta?.profile).toEqual([
        expect.stringMatching(/^https:\/\/w3id\.org\/trialbridge\/fhir\/StructureDefinition\/[a-z-]+$/),
      ]);
  });

  test('every reference leads to a resource', () => {
    const { resources, follow } = mapped();
    const all = resources.flatMap(references);
    expect(all.length).toBeGreaterThan(100);
    for (const reference of all) expect(follow({ reference }), reference).toBeDefined();
  });

  test('everything but the document and the software is reached from the study', () => {
    const { resources, follow } = mapped();
    const definitions = new Map(
      resources.flatMap((one) => ('url' in one && one.url ? [[one.url, one] as const] : [])),
    );
    const reached = new Set<unknown>();
    const visit = (resource: (typeof resources)[number] | undefined): void => {
      if (resource === undefined || reached.has(resource)) return;
      reached.add(resource);
      for (const reference of references(resource)) visit(follow({ reference }));
      for (const [, url = ''] of JSON.stringify(resource).matchAll(/"definitionCanonical":"([^"]+)"/g))
        visit(definitions.get(url));
    };
    visit(resources[0]);
    expect(resources.filter((resource) => !reached.has(resource)).map((one) => one.resourceType)).toEqual([
      'Device',
    ]);
  });

  test('no two resources share an id, and every id is one', () => {
    const all = ids(trial);
    expect(new Set(all).size).toBe(all.length);
    for (const id of all) expect(id).toMatch(/^[A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/);
  });

  test('the same input gives the same output', () => {
    expect(mapped().texts).toEqual(mapped().texts);
  });

  test('ids and contents do not depend on the order of results and arms', () => {
    const reordered = {
      ...trial,
      results: trial.results.toReversed(),
      arms: trial.arms.toReversed(),
      outcomes: trial.outcomes.toReversed(),
      registrations: trial.registrations.toReversed(),
    };
    expect(ids(reordered).toSorted()).toEqual(ids(trial).toSorted());
    const evidence = (one: Trial) =>
      mapTrial(one, document)
        .filter(({ resourceType }) => /^(Evidence|EvidenceVariable|Group)$/.test(resourceType))
        .map((resource) => content(resource).text)
        .toSorted();
    expect(evidence(reordered)).toEqual(evidence(trial));
  });

  test('deleting a result takes only what is about it', () => {
    const left = ids({ ...trial, results: trial.results.slice(1) });
    const gone = ids(trial).filter((id) => !left.includes(id));
    expect(gone).toEqual([
      expect.stringContaining('EvidenceVariable/NCT99999999-death-day-28'),
      expect.stringContaining('Evidence/NCT99999999-death-day-28-cell-arm'),
    ]);
    expect(left.filter((id) => !ids(trial).includes(id))).toEqual([]);
  });

  test('two results alike in everything but their sentence stay two', () => {
    const [first] = trial.results;
    const again = { ...first!, sentence: trial.results[1]!.sentence };
    expect(ids({ ...trial, results: [...trial.results, again] })).toHaveLength(ids(trial).length + 1);
  });

  test('one result said twice in the same words is one', () => {
    const results = [...trial.results, { ...trial.results[0]! }];
    expect(ids({ ...trial, results })).toEqual(ids(trial));
  });

  test('a result about an arm the trial does not have is refused', () => {
    expect(() => mapTrial({ ...trial, arms: [] }, document)).toThrow('the trial has no arm cell-arm');
  });

  test('a silent source gives a study, its document and the software, and no fact', () => {
    const { resources } = mapped(silent);
    expect(resources.map(({ resourceType }) => resourceType)).toEqual([
      'ResearchStudy',
      'DocumentReference',
      'Device',
    ]);
    expect(Object.keys(resources[0]!).toSorted()).toEqual(['id', 'meta', 'resourceType', 'status', 'text']);
  });
});

describe('marks', () => {
  const { resources, one } = mapped();
  const elements = resources.flatMap(markedElements);

  test('point into the document that was read', () => {
    expect(elements.length).toBeGreaterThan(100);
    const { id } = one('DocumentReference');
    for (const { element } of elements)
      for (const reference of mark(element).documents) expect(reference).toBe(`DocumentReference/${id}`);
  });

  test('every span slices the document to words, and a copied text is those words', () => {
    for (const { value, element, path } of elements) {
      const { derivation, words, originalText } = mark(element);
      expect(words.length, path).toBeGreaterThan(0);
      if (derivation[0] === 'stated' && typeof value === 'string') expect(value, path).toBe(words[0]);
      if (derivation[0] === 'stated') expect(originalText, path).toEqual([]);
      else expect(words, path).toContain(originalText[0]);
    }
  });

  test('a stated number has its digits in its words', () => {
    for (const { value, element, path } of elements) {
      const { derivation, words } = mark(element);
      const number = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
      if (derivation[0] === 'stated' && typeof number === 'number')
        expect(Number(words[0]), path).toBe(number);
    }
  });

  test('stand on elements, never on a whole resource', () => {
    for (const resource of resources) expect(mark(resource).derivation).toEqual([]);
  });
});

describe('decimals', () => {
  test('keep their written form', () => {
    const all = mapped().texts.join('\n');
    for (const written of ['0.40', '410.50', '520.0', '2.10', '200000000'])
      expect(all).toMatch(new RegExp(`"value":${written.replace('.', '\\.')}[,}]`));
  });
});

describe('narratives', () => {
  test('are well-formed xhtml with R5’s elements only', () => {
    for (const { text } of mapped().resources as { text?: { div: string } }[]) {
      expect(text?.div).toMatch(/^<div xmlns="http:\/\/www\.w3\.org\/1999\/xhtml">/);
      wellFormed(text!.div);
      for (const [, name] of text!.div.matchAll(/<([a-z0-9]+)/g))
        expect([
          'div',
          'h2',
          'h3',
          'p',
          'ul',
          'li',
          'table',
          'thead',
          'tbody',
          'tr',
          'th',
          'td',
          'blockquote',
        ]).toContain(name);
    }
  });

  test('the study’s tells a clinician the design, the arms and every number as it is written', () => {
    const { text } = mapped().one('ResearchStudy');
    const read = texts(text!.div.replaceAll('</td><td>', ' | '));
    for (const words of [
      'Design: phase 2; randomised; permuted blocks; open-label; usual care; multicentre.',
      'Participants: planned 60, enrolled 48, analysed 43.',
      'cell arm | experimental | 12 | 11 | 11 | Velocell from cord tissue',
      'matched registry patients | external control',
      'Death | day 28 | cell arm | 3 of 11; 27.3%',
      'cell arm against usual care arm | relative risk 0.40 (95% CI 0.14 to 1.11), P = 0.08',
      'median 410.50 µg/L (interquartile range 300 to 520.0)',
      'lower, P < 0.001, paired comparisons',
      'mean 9.5 days (standard deviation 2.10) (n = 10)',
      'ventilated | baseline | cell arm | 5 participants',
      'Velocell may help in glass lung.',
    ])
      expect(read).toContain(words);
  });

  test('any text in any field gives well-formed xhtml, valid JSON and valid ids', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const resource of mapTrial(withText(trial, text) as Trial, document)) {
          const { text: json, value } = content(resource);
          expect(JSON.parse(json)).toEqual(value);
          expect(resource.id).toMatch(/^[A-Za-z0-9.-]{1,64}$/);
          wellFormed((value as { text: { div: string } }).text.div);
        }
      }),
      { numRuns: 60 },
    );
  });
});
