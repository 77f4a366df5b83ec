import type { ComponentChild } from 'preact';
import { useLocation, useRoute } from 'preact-iso/router';
import { callTo } from '../../fhir/api.ts';
import { type CanonicalResource, canonicalTitle } from '../../fhir/canonical-resource.ts';
import { request } from '../../fhir/client.ts';
import { AskedView } from '../../parts/asked.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { profilesTexts as texts } from '../../texts/en/profiles.ts';
import { Concepts, Included } from './concepts.tsx';
import { ElementTable } from './element-table.tsx';
import { factsOf } from './facts.ts';
import { OperationParameters } from './operation-parameters.tsx';
import './profiles.css';

const Content = ({ resource }: { resource: CanonicalResource }): ComponentChild => {
  const { path, query, route } = useLocation();
  if (resource.resourceType === 'StructureDefinition')
    return (
      <ElementTable
        profile={resource}
        view={query.view === 'snapshot' ? 'snapshot' : 'differential'}
        show={(view) => route(view === 'snapshot' ? `${path}?view=snapshot` : path, true)}
      />
    );
  if (resource.resourceType === 'OperationDefinition') return <OperationParameters {...resource} />;
  if (resource.resourceType === 'CodeSystem') return <Concepts concepts={resource.concept ?? []} />;
  return resource.resourceType === 'ValueSet' ? <Included {...resource} /> : null;
};

const View = ({ resource }: { resource: CanonicalResource }): ComponentChild => (
  <>
    <PageTitle title={canonicalTitle(resource)}>
      {resource.description ? <p class="profiles-about">{resource.description}</p> : null}
    </PageTitle>
    <dl class="facts profiles-facts">
      {factsOf(resource).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
    <p class="row profiles-links">
      {resource.resourceType === 'StructureDefinition' && resource.kind === 'resource' ? (
        <a href={`/validate?${new URLSearchParams({ profile: resource.url })}`}>{texts.validate}</a>
      ) : null}
      <a
        href={`/query?${new URLSearchParams({ q: `${resource.resourceType}/${resource.id}`, view: 'json' })}`}
      >
        {texts.json}
      </a>
    </p>
    <Content resource={resource} />
  </>
);

/** One definition, in tables. */
const Definition = (): ComponentChild => {
  const { type, id } = useRoute().params;
  const asked = useAnswer(`${type}/${id}`, (signal) =>
    request<CanonicalResource>(callTo(`${type}/${id}`), signal),
  );
  return (
    <>
      <p class="small">
        <a href={`/profiles?type=${type}`}>{texts.title}</a>
      </p>
      <AskedView asked={asked}>{(resource) => <View resource={resource} />}</AskedView>
    </>
  );
};

export default Definition;
