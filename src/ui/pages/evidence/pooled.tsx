import type { Evidence, OperationOutcomeIssue, Parameters } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { call } from '../../fhir/api.ts';
import { request, requestText } from '../../fhir/client.ts';
import type { MeasureName } from '../../fhir/effect-measure.ts';
import { issueText } from '../../fhir/issue.ts';
import { FailureBox } from '../../parts/failure-box.tsx';
import { Progress } from '../../parts/progress.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { evidenceTexts } from '../../texts/en/evidence.ts';
import { type EvidenceQuery, poolInputs } from './evidence-query.ts';
import { pooledForest } from './forest.ts';
import { ForestFigure, ForestTable } from './forest-figure.tsx';

const { pool: texts } = evidenceTexts;

type PoolQuery = EvidenceQuery & { readonly effect: MeasureName };

const POOL = call('POST', '/fhir/Evidence/$pool', {});

const bodyOf = (inputs: Readonly<Record<string, string | boolean>>): string => {
  const codes = ['effect', 'model', 'sharedControl', 'inconsistent', 'unordered', 'format'];
  const parameters: Parameters = {
    resourceType: 'Parameters',
    parameter: Object.entries(inputs).map(([name, value]) =>
      typeof value === 'boolean'
        ? { name, valueBoolean: value }
        : codes.includes(name)
          ? { name, valueCode: value }
          : { name, valueString: value },
    ),
  };
  return JSON.stringify(parameters);
};

const csvOf = async (query: PoolQuery): Promise<Blob> => {
  const answer = await requestText(POOL, undefined, {
    body: bodyOf({ ...poolInputs(query), format: 'csv' }),
    accept: 'text/csv',
  });
  if (!answer.ok) throw new Error(answer.failure.kind);
  return new Blob([answer.value], { type: 'text/csv' });
};

/** The choices that may let the server pool what it refused. */
const REMEDIES = ['sharedControl', 'inconsistent', 'unordered'] as const;

const Refusal = ({
  issues,
  query,
  change,
}: {
  issues: readonly OperationOutcomeIssue[];
  query: EvidenceQuery;
  change: (changed: Partial<EvidenceQuery>) => void;
}): ComponentChild => {
  const isError = ({ severity }: OperationOutcomeIssue): boolean => severity === 'error';
  const omitted = issues.filter((issue) => !isError(issue));
  const left = REMEDIES.filter((name) => !query[name]);
  return (
    <div class="notice notice-warning" role="alert">
      <p>
        <strong>{texts.refused}</strong>
      </p>
      <ul>
        {issues.filter(isError).map((issue, at) => (
          <li key={at}>{issueText(issue)}</li>
        ))}
      </ul>
      {left.length > 0 ? (
        <>
          <p>{texts.try}</p>
          <p class="row">
            {left.map((name) => (
              <button key={name} type="button" onClick={() => change({ [name]: true })}>
                {texts[name]}
              </button>
            ))}
          </p>
        </>
      ) : null}
      <p>{texts.choose}</p>
      {omitted.length > 0 ? (
        <details>
          <summary>{texts.omitted}</summary>
          <ul>
            {omitted.map((issue, at) => (
              <li key={at}>{issueText(issue)}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
};

const Answer = ({ evidence, query }: { evidence: Evidence; query: PoolQuery }): ComponentChild => {
  const { forest, without } = pooledForest(evidence, query.effect);
  const sources = evidence.relatedArtifact?.filter(({ type }) => type === 'derived-from') ?? [];
  return (
    <>
      <ForestFigure forest={forest} csv={() => csvOf(query)} />
      <p class="small">{texts.sources(sources.length)}</p>
      {evidence.note?.length ? (
        <details>
          <summary>{texts.notes}</summary>
          <ul>
            {evidence.note.map(({ text }, at) => (
              <li key={at}>{text}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {without.length > 0 ? (
        <details>
          <summary>{texts.without}</summary>
          <div class="scroll">
            <ForestTable rows={without} caption={texts.without} />
          </div>
        </details>
      ) : null}
    </>
  );
};

/** What the server makes of the chosen results together, or why it does not. */
export const Pooled = ({
  query,
  change,
}: {
  query: PoolQuery;
  change: (changed: Partial<EvidenceQuery>) => void;
}): ComponentChild => {
  const body = bodyOf(poolInputs(query));
  const asked = useAnswer(body, (signal) => request<Evidence>(POOL, signal, { body }));
  const { failure, value, loading } = asked;
  return (
    <div aria-live="polite" aria-busy={loading} class={loading ? 'stale' : undefined}>
      {loading ? <Progress cancel={asked.cancel} /> : null}
      {failure?.kind === 'refused' && failure.outcome ? (
        <Refusal issues={failure.outcome.issue} query={query} change={change} />
      ) : failure ? (
        <FailureBox failure={failure} retry={asked.retry} />
      ) : null}
      {value ? <Answer evidence={value} query={query} /> : null}
    </div>
  );
};
