import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { validateTexts as texts } from '../../texts/en/validate.ts';

/** Asks which resource of the server is to be looked at. */
export const StoredResource = ({
  resource,
  load,
}: {
  resource: string;
  load: (resource: string) => void;
}): ComponentChild => {
  const [reference, setReference] = useState(resource);
  return (
    <form
      class="row stored-resource"
      onSubmit={(event) => {
        event.preventDefault();
        load(reference.trim());
      }}
    >
      <label class="field">
        <span>{texts.stored}</span>
        <input
          value={reference}
          placeholder={texts.storedHint}
          pattern="\s*[A-Za-z]+/[A-Za-z0-9.\-]+\s*"
          required
          onInput={(event) => setReference(event.currentTarget.value)}
        />
      </label>
      <button type="submit">{texts.load}</button>
    </form>
  );
};
