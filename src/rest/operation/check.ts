import type { ParametersParameter } from 'fhir/r5.js';
import { CANONICAL } from '../../fhir/canonical.ts';
import type { Content } from '../../fhir/content.ts';
import { operationOutcome } from '../../fhir/issue.ts';
import { ANYONE, FINDER } from '../access.ts';
import { fail } from '../error.ts';
import { parametersAnswer } from './answers.ts';
import { type Material, sentMaterial, storedMaterial } from './check-material.ts';
import { operation } from './operation.ts';
import { storedVersion } from './stored.ts';

/** An assessment for each resource that has a number to check, and what is inconsistent. */
const found = async ({ checked, atHand }: Material): Promise<ParametersParameter[]> => {
  // Read in when they are first needed.
  const [{ artifactAssessment }, { checkAll }, { checkIssues }] = await Promise.all([
    import('../../statistics/artifact-assessment.ts'),
    import('../../statistics/check-all.ts'),
    import('../../statistics/check-issues.ts'),
  ]);
  const items = new Map(atHand.map((item) => [item.content, item]));
  const results = checkAll(
    checked.map(({ content }) => content),
    [...items.keys()],
    (content: Content) => items.get(content)?.names ?? [],
  );
  return [
    ...results.map((one) => ({
      name: 'assessment',
      resource: artifactAssessment(one, items.get(one.resource)?.reference ?? {}).value,
    })),
    { name: 'outcome', resource: operationOutcome(results.flatMap(checkIssues)) },
  ];
};

/** Whether the numbers of Evidence agree with each other, whoever made it. */
export const check = operation({
  code: 'check',
  definition: `${CANONICAL}/OperationDefinition/check`,
  summary: 'Check the reported numbers of Evidence',
  levels: { type: ANYONE, instance: FINDER },
  byGet: ['instance'],
  types: ['Evidence'],
  output: 'Parameters',
  failures: ['not-found', 'gone'],
  inputs: {
    resource: {
      type: 'Resource',
      description: 'Evidence, or a Bundle of Evidence with the Groups and the study it is of',
      levels: ['type'],
      repeats: true,
      asSent: true,
    },
  },
  run: async ({ resource = [] }, request, service) => {
    if (request.id !== '') {
      const version = await storedVersion(request, service);
      return 'failure' in version
        ? version
        : parametersAnswer(await found(await storedMaterial(service.store, version)));
    }
    const material = sentMaterial(resource);
    return material.checked.some(({ content }) => content.value.resourceType === 'Evidence')
      ? parametersAnswer(await found(material))
      : fail('malformed', 'required', 'There is no Evidence to check in the body');
  },
});
