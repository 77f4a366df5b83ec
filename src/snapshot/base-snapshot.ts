import type { StructureDefinition } from 'fhir/r5.js';
import { baseDefinition } from '../fhir/base-definition.ts';
import { snapshot } from './snapshot.ts';

/**
 * A type, profile or extension of R5 or of the extensions package by its canonical URL, with its snapshot, which
 * is made once. The few that break R5's own rules come without.
 */
export const baseSnapshot = (canonical: string): StructureDefinition | undefined => {
  const definition = baseDefinition(canonical);
  const made = definition && snapshot(definition, baseDefinition);
  return made && 'resourceType' in made ? made : definition;
};
