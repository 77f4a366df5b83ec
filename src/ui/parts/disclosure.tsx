import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';

/** A heading that opens to more, which is made when it is first opened. */
export const Disclosure = ({
  summary,
  children,
}: {
  summary: ComponentChild;
  children: () => ComponentChild;
}): ComponentChild => {
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => currentTarget.open && setWasOpened(true)}>
      <summary>{summary}</summary>
      {wasOpened ? children() : null}
    </details>
  );
};
