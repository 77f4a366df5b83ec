/** A client may not do what it asks for; nothing was changed. */
export class Forbidden extends Error {}
