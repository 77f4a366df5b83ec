/** A parameter's name with any modifier, and its value, as they were sent and decoded. */
export type Pair = readonly [name: string, value: string];
