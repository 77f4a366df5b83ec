import type { Bundle, ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { call } from '../../fhir/api.ts';
import { request } from '../../fhir/client.ts';
import { type Resources, resourcesIn } from '../../fhir/resources.ts';
import { queryOf, search } from '../../fhir/search.ts';
import { titleOf } from '../../fhir/study.ts';
import { AskedView } from '../../parts/asked.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { studyTexts as texts } from '../../texts/en/study.ts';
import { ELEMENTS, evidenceRows } from '../evidence/evidence-row.ts';
import { Arms } from './arms.tsx';
import { AtAGlance } from './at-a-glance.tsx';
import { Conflicts, conflictsIn } from './conflicts.tsx';
import { Contents } from './contents.tsx';
import { Eligibility } from './eligibility.tsx';
import { flowOf } from './flow.ts';
import { Missing } from './missing.tsx';
import { Outcomes } from './outcomes.tsx';
import { ParticipantFlow } from './participant-flow.tsx';
import { People } from './people.tsx';
import { Schedule } from './schedule.tsx';
import { Section, type SectionName } from './section.tsx';
import { Sites } from './sites.tsx';
import { Sources } from './sources.tsx';
import './study.css';
import { StudyHead } from './study-head.tsx';
import { Versions } from './versions.tsx';

/** What belongs to a study, without its results and the texts of its sources. */
const TYPES = [
  'ResearchStudy',
  'PlanDefinition',
  'ActivityDefinition',
  'EvidenceVariable',
  'Group',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Location',
  'Citation',
  'Provenance',
].join(',');

/** The results of a study, with what they are about and how their numbers were checked. */
const resultsOf = (id: string) =>
  [
    ['study', `ResearchStudy/${id}`],
    ['_elements', ELEMENTS],
    ['_include', 'Evidence:variable'],
    ['_revinclude', 'ArtifactAssessment:artifact'],
    ['_count', '1000'],
  ] as const;

const Sections = ({ study, resources }: { study: ResearchStudy; resources: Resources }): ComponentChild => {
  const id = study.id ?? '';
  const query = resultsOf(id);
  const results = useAnswer(queryOf(query), (signal) => search('Evidence', query, signal));
  const rows = useMemo(() => results.value && evidenceRows(results.value), [results.value]);
  const conflicts = useMemo(() => conflictsIn(resources), [resources]);
  const flow = useMemo(() => rows && flowOf(study, resources, rows), [study, resources, rows]);
  const parts: readonly (readonly [SectionName, ComponentChild])[] = [
    ['glance', <AtAGlance study={study} />],
    ['arms', <Arms study={study} resources={resources} />],
    ['schedule', <Schedule study={study} resources={resources} />],
    ['eligibility', <Eligibility study={study} resources={resources} />],
    ...(flow ? [['flow', <ParticipantFlow flow={flow} />] as const] : []),
    [
      'outcomes',
      <>
        <AskedView asked={results}>{() => null}</AskedView>
        <Outcomes study={study} resources={resources} rows={rows} />
      </>,
    ],
    ...(conflicts.length > 0 ? [['conflicts', <Conflicts conflicts={conflicts} />] as const] : []),
    ...(study.associatedParty ? [['people', <People study={study} resources={resources} />] as const] : []),
    ...(study.site ? [['sites', <Sites study={study} resources={resources} />] as const] : []),
    ['sources', <Sources resources={resources} />],
    ['missing', <Missing study={study} resources={resources} />],
    ['versions', <Versions id={id} />],
  ];
  return (
    <div class="study">
      <Contents names={parts.map(([name]) => name)} />
      <div class="study-sections">
        {parts.map(([name, part]) => (
          <Section key={name} name={name}>
            {part}
          </Section>
        ))}
      </div>
    </div>
  );
};

const Loaded = ({ bundle }: { bundle: Bundle }): ComponentChild => {
  const resources = useMemo(() => resourcesIn(bundle), [bundle]);
  const [study] = resources.of<ResearchStudy>('ResearchStudy');
  if (study === undefined) return null;
  return (
    <>
      <PageTitle title={titleOf(study)}>
        <StudyHead study={study} resources={resources} />
      </PageTitle>
      <Sections key={study.id} study={study} resources={resources} />
    </>
  );
};

/** All that is stored of a study, on one page. */
const Study = (): ComponentChild => {
  const { id = '' } = useRoute().params;
  const everything = call('GET', '/fhir/ResearchStudy/{id}/$everything', { id, _type: TYPES });
  const asked = useAnswer(everything.url, (signal) => request<Bundle>(everything, signal));
  return (
    <>
      {asked.value ? null : <PageTitle title={texts.loadingTitle} />}
      <AskedView asked={asked}>{(bundle) => <Loaded bundle={bundle} />}</AskedView>
    </>
  );
};

export default Study;
