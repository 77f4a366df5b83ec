import type { Content } from '../../../src/fhir/content.ts';
import { createMapper } from '../../../src/pipeline.ts';
import { createValidator } from '../../../src/validation/validate.ts';
import { type SeedNumber, seed } from '../documents.ts';
import { type Ids, type Leaf, leavesOf } from './facts.ts';

/** The text of one of the documents. */
export const seedText = (number: SeedNumber): string => new TextDecoder().decode(seed(number));

const map = createMapper(createValidator());

const mapped = (text: string): readonly Content[] => {
  const [result] = map(Buffer.from(text));
  if (result?.kind !== 'mapped') throw new Error(`refused: ${JSON.stringify(result?.issues)}`);
  return result.resources;
};

/** Every value of the FHIR resources that a text gives. Throws where the text is refused. */
export const leavesIn = (text: string, ids: Ids): readonly Leaf[] => leavesOf(mapped(text), text, ids);
