import type { ComponentChild } from 'preact';
import type { SearchChoice } from '../../fhir/capabilities.ts';
import { queryTexts as texts } from '../../texts/en/query.ts';
import type { QueryParameter } from './query-text.ts';

/** One parameter: its name with completion, the modifiers that it takes, its value. */
export const ParameterRow = ({
  number,
  parameter,
  choice,
  values,
  change,
  remove,
}: {
  number: number;
  parameter: QueryParameter;
  /** The parameter as the server knows it. */
  choice: SearchChoice | undefined;
  /** Values to complete from. */
  values: readonly string[];
  change: (parameter: QueryParameter) => void;
  remove: () => void;
}): ComponentChild => {
  const { name, modifier, value } = parameter;
  const modifiers = choice?.modifiers ?? [];
  const prefixes = choice?.prefixes ?? [];
  return (
    <fieldset class="query-row">
      <legend class="hidden">{texts.parameter(number)}</legend>
      <label class="field">
        <span>{texts.name}</span>
        <input
          list="query-names"
          value={name}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => change({ ...parameter, name: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span>{texts.modifier}</span>
        <select
          value={modifier}
          onChange={(event) => change({ ...parameter, modifier: event.currentTarget.value })}
        >
          <option value="">{texts.noModifier}</option>
          {(modifier === '' || modifiers.includes(modifier) ? modifiers : [modifier, ...modifiers]).map(
            (one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ),
          )}
        </select>
      </label>
      <label class="field">
        <span>{texts.value}</span>
        <input
          value={value}
          list={`query-values-${number}`}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => change({ ...parameter, value: event.currentTarget.value })}
        />
      </label>
      <datalist id={`query-values-${number}`}>
        {values.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <button type="button" class="quiet" aria-label={texts.remove(name)} onClick={remove}>
        {texts.removeShort}
      </button>
      {choice ? (
        <p class="small muted query-about">
          {choice.type}: {choice.description}
          {prefixes.length > 0 ? ` (${texts.prefixes(prefixes)})` : ''}
        </p>
      ) : null}
    </fieldset>
  );
};
