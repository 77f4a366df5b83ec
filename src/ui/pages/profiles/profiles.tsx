import type { ComponentChild } from 'preact';
import { useLocation } from 'preact-iso/router';
import { CANONICAL_TYPES, type CanonicalResource } from '../../fhir/canonical-resource.ts';
import { PageTitle } from '../../parts/page-title.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { profilesTexts as texts } from '../../texts/en/profiles.ts';
import { CanonicalList } from './list.tsx';
import './profiles.css';

type Type = CanonicalResource['resourceType'];

const TYPES = Object.keys(CANONICAL_TYPES) as Type[];

/** The definitions of the server, by their types. */
const Profiles = (): ComponentChild => {
  const asked = useLocation().query.type;
  const type = TYPES.find((one) => one === asked) ?? 'StructureDefinition';
  return (
    <>
      <PageTitle title={texts.title}>
        <p class="muted">{texts.lead}</p>
      </PageTitle>
      <Tabs label={texts.kinds} names={texts.types} shown={type} urlOf={(one) => `/profiles?type=${one}`} />
      <CanonicalList type={type} />
    </>
  );
};

export default Profiles;
