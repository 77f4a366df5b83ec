import type { ComponentChild } from 'preact';
import { stringifyWritten } from '../../client/written.ts';
import { ScrollRegion } from './scroll-region.tsx';

/** A resource as indented JSON, its numbers as they were written. */
export const JsonText = ({ value, label }: { value: object; label: string }): ComponentChild => (
  <ScrollRegion label={label}>
    <pre class="json">{stringifyWritten(value, 2)}</pre>
  </ScrollRegion>
);
