import type { ComponentChild } from 'preact';
import { MEASURE_NAMES, MEASURES, type MeasureName } from '../../fhir/effect-measure.ts';
import { WordsInput } from '../../parts/words-input.tsx';
import { evidenceTexts } from '../../texts/en/evidence.ts';
import { type EvidenceQuery, MODELS, type Model, SWITCHES, WORDS } from './evidence-query.ts';

const { pool: texts } = evidenceTexts;

const isRandom = (model: Model): boolean => model.startsWith('random');

/** Whether a model can pool a measure: Peto's pools odds ratios, Mantel's and Haenszel's counts. */
const fits = (model: Model, effect: MeasureName | ''): boolean =>
  effect === '' ||
  (model === 'fixed-peto'
    ? effect === 'OR'
    : model === 'fixed-mantel-haenszel'
      ? MEASURES[effect].isOfCounts
      : true);

/** What is to be drawn, and how it is pooled. */
export const PoolChoices = ({
  query,
  change,
}: {
  query: EvidenceQuery;
  change: (changed: Partial<EvidenceQuery>, replace?: boolean) => void;
}): ComponentChild => {
  const { effect, model, hartungKnapp } = query;
  const chooseEffect = (name: MeasureName | '') =>
    change({ effect: name, ...(!fits(model, name) && { model: 'random-reml' }) });
  const chooseModel = (name: Model) => change({ model: name, hartungKnapp: hartungKnapp && isRandom(name) });
  return (
    <div class="pool-choices unprinted">
      <div class="row">
        <label class="field">
          <span>{texts.effect}</span>
          <select
            value={effect}
            onChange={(event) => chooseEffect(event.currentTarget.value as MeasureName | '')}
          >
            <option value="">{evidenceTexts.plot.reported}</option>
            {MEASURE_NAMES.map((name) => (
              <option key={name} value={name}>
                {`${evidenceTexts.measures[name]}, ${evidenceTexts.plot.pooled.toLowerCase()}`}
              </option>
            ))}
          </select>
        </label>
        {effect === '' ? null : (
          <label class="field">
            <span>{texts.model}</span>
            <select value={model} onChange={(event) => chooseModel(event.currentTarget.value as Model)}>
              {MODELS.filter((name) => fits(name, effect)).map((name) => (
                <option key={name} value={name}>
                  {texts.models[name]}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {effect === '' ? null : (
        <details>
          <summary>{texts.choices}</summary>
          <div class="pool-switches">
            {SWITCHES.filter((name) => name !== 'hartungKnapp' || isRandom(model)).map((name) => (
              <label key={name} class="row">
                <input
                  type="checkbox"
                  checked={query[name]}
                  onChange={(event) => change({ [name]: event.currentTarget.checked })}
                />
                {texts[name]}
              </label>
            ))}
          </div>
          <div class="row">
            {WORDS.map((name) => (
              <WordsInput
                key={name}
                label={texts[name]}
                value={query[name]}
                change={(words) => change({ [name]: words }, true)}
              />
            ))}
          </div>
        </details>
      )}
    </div>
  );
};
