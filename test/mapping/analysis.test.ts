import type { Evidence } from 'fhir/r5.js';
import { expect, it } from 'vitest';
import { readingFacts } from '../../src/mapping/reading-facts.ts';
import { read } from '../../src/sources/read.ts';
import { mirrored } from '../sources/pages.ts';

/** What the Evidence of a comparison says of how it was made, and the unit of its estimate. */
const saidOf = (sentence: string) => {
  const found = read(
    new TextEncoder().encode(
      mirrored({
        title: 'Ossil in glass bone: a randomised trial',
        abstract: `METHODS: In this trial, patients with glass bone were randomised to the ossil group (n = 40) or the placebo group (n = 38). RESULTS: ${sentence}`,
      }),
    ),
  );
  if (found.kind === 'refused') throw new Error(found.missing);
  const { facts } = readingFacts(found);
  return facts
    .map(({ value }) => value)
    .filter((one): one is Evidence => one.resourceType === 'Evidence')
    .flatMap(({ statistic }) => statistic ?? [])
    .filter(({ statisticType }) => statisticType)
    .map(({ quantity, modelCharacteristic }) => ({
      unit: quantity?.unit,
      made: modelCharacteristic?.map(({ code }) => code.text),
    }));
};

it('says of whom a comparison was, by how many sides and by what margin', () =>
  expect(
    saidOf(
      'In the per-protocol population, the risk difference for fracture was -0.5% (one-sided 97.5% CI, -3.0 to 2.0; noninferiority margin, 5%) with ossil versus placebo.',
    ),
  ).toEqual([{ unit: '%', made: ['per-protocol', 'one-sided', 'noninferiority margin, 5%'] }]));

it('says the unit of a difference, and nothing of what is not said', () =>
  expect(
    saidOf('The mean difference in weight was -3.2 kg (95% CI, -5.0 to -1.4) with ossil versus placebo.'),
  ).toEqual([{ unit: 'kg', made: undefined }]));
