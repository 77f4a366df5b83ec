import { BrokenArchive } from '../archives/entry.ts';
import { type FhirPackage, readPackage } from '../packages/package.ts';
import { UsageError } from './command.ts';

/** The packages in files named by `--package`. Throws UsageError, and what the operating system refuses. */
export const readPackages = async (paths: readonly string[]): Promise<readonly FhirPackage[]> => {
  const packages: FhirPackage[] = [];
  // One after the other: each may need much memory while it is read.
  for (const path of paths) {
    try {
      packages.push(await readPackage(path));
    } catch (error) {
      if (!(error instanceof BrokenArchive)) throw error;
      throw new UsageError(`--package ${path} cannot be read as a FHIR package: ${error.message}`);
    }
  }
  return packages;
};
