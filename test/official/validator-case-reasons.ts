/** Why the validator counts other errors than the official one, by the name of the case. */
export const REASONS: Readonly<Record<string, string>> = {};
