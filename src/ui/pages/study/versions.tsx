import type { Bundle, Parameters, ParametersParameter, ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { call } from '../../fhir/api.ts';
import { request } from '../../fhir/client.ts';
import { extensionValue } from '../../fhir/extension.ts';
import { resourcesOf } from '../../fhir/search.ts';
import { valueText } from '../../fhir/value-text.ts';
import { AskedView } from '../../parts/asked.tsx';
import { Disclosure } from '../../parts/disclosure.tsx';
import { queryUrl } from '../../parts/query-url.ts';
import { useAnswer } from '../../parts/use-answer.ts';
import { studyTexts } from '../../texts/en/study.ts';

const texts = studyTexts.versions;

const partOf = ({ part = [] }: ParametersParameter, name: string): unknown => {
  const found = part.find((one) => one.name === name);
  return found && (extensionValue(found as never) ?? found.part?.map((one) => extensionValue(one as never)));
};

const Change = ({ operation }: { operation: ParametersParameter }): ComponentChild => {
  const kind = String(partOf(operation, 'type')) as keyof typeof texts.kinds;
  const name = partOf(operation, 'name');
  const value = valueText(partOf(operation, 'value'));
  return (
    <li>
      <code>{[partOf(operation, 'path'), name].filter(Boolean).join('.')}</code>{' '}
      <span class="badge">{texts.kinds[kind] ?? kind}</span> {value}
    </li>
  );
};

const Changes = ({ study, from, to }: { study: string; from: string; to: string }): ComponentChild => {
  const diff = call('GET', '/fhir/ResearchStudy/{id}/$diff', { id: study, from, to });
  const asked = useAnswer(diff.url, (signal) => request<Parameters>(diff, signal));
  return (
    <AskedView asked={asked}>
      {({ parameter = [] }) =>
        parameter.length === 0 ? (
          <p class="muted">{texts.same}</p>
        ) : (
          <>
            <p>{texts.changes(parameter.length)}:</p>
            <ul class="changes">
              {parameter.map((operation, at) => (
                <Change key={at} operation={operation} />
              ))}
            </ul>
          </>
        )
      }
    </AskedView>
  );
};

const Version = ({
  version,
  before,
  isCurrent,
}: {
  version: ResearchStudy;
  before: ResearchStudy | undefined;
  isCurrent: boolean;
}): ComponentChild => {
  const { id = '', meta } = version;
  const from = before?.meta?.versionId;
  return (
    <li>
      <a href={queryUrl(`ResearchStudy/${id}/_history/${meta?.versionId}`, 'json')}>
        {texts.version(meta?.versionId ?? '')}
      </a>{' '}
      <span class="muted">
        {meta?.lastUpdated?.slice(0, 19).replace('T', ' ')}
        {isCurrent ? `, ${texts.current}` : ''}
        {from === undefined ? `, ${texts.first}` : ''}
      </span>
      {from === undefined ? null : (
        <Disclosure summary={texts.show}>
          {() => <Changes study={id} from={from} to={meta?.versionId ?? ''} />}
        </Disclosure>
      )}
    </li>
  );
};

/** The versions of a study's own resource, the newest first, with what changed in each. */
export const Versions = ({ id }: { id: string }): ComponentChild => {
  const history = call('GET', '/fhir/ResearchStudy/{id}/_history', { id, _count: 50 });
  const asked = useAnswer(history.url, (signal) => request<Bundle>(history, signal));
  return (
    <AskedView asked={asked}>
      {(bundle) => {
        const versions = resourcesOf<ResearchStudy>(bundle, 'ResearchStudy');
        return (
          <ul class="versions">
            {versions.map((version, at) => (
              <Version
                key={version.meta?.versionId}
                version={version}
                before={versions[at + 1]}
                isCurrent={at === 0}
              />
            ))}
          </ul>
        );
      }}
    </AskedView>
  );
};
