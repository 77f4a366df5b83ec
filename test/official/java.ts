import { join } from 'node:path';
import { javaLibrary } from '../java.ts';

/** The official HL7 validator. */
export const validatorLibrary = javaLibrary(join(import.meta.dirname, 'pom.xml'), 'the official validator');
