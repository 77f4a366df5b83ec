import type { StructureDefinition } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { ColumnHeads } from '../../parts/column-heads.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { profilesTexts as texts } from '../../texts/en/profiles.ts';
import { ElementRules } from './element-rules.tsx';
import { ElementType } from './element-type.tsx';
import { elementsOf, type View } from './elements.ts';

const VIEWS = Object.keys(texts.views) as View[];

const DEEPEST = 6;

/** The element tree of a profile. */
export const ElementTable = ({
  profile,
  view,
  show,
}: {
  profile: StructureDefinition;
  view: View;
  show: (view: View) => void;
}): ComponentChild => (
  <>
    <fieldset class="row profiles-view">
      <legend class="hidden">{texts.view}</legend>
      {VIEWS.map((one) => (
        <label key={one} class="row">
          <input type="radio" name="view" checked={one === view} onChange={() => show(one)} />
          {texts.views[one]}
        </label>
      ))}
    </fieldset>
    <ScrollRegion label={texts.view}>
      <table class="elements">
        <ColumnHeads columns={[texts.element, texts.cardinality, texts.type, texts.rules]} />
        <tbody>
          {elementsOf(profile, view).map(({ depth, name, element }) => (
            <tr key={element.id}>
              <th scope="row" class={`element-depth-${Math.min(depth, DEEPEST)}`}>
                <code>{name}</code>
              </th>
              <td>{`${element.min ?? 0}..${element.max ?? '*'}`}</td>
              <td>
                {(element.type ?? []).map((type, at) => (
                  <div key={at}>
                    <ElementType {...type} />
                  </div>
                ))}
              </td>
              <td>
                <ElementRules element={element} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  </>
);
