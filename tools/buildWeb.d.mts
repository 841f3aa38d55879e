/** Path of the built app, built if needed. */
export function buildWeb(): string;
