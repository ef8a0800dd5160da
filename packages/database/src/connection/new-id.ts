import { uuidv7 } from 'uuidv7';

/** The one kind of id: a UUIDv7, unique over all types and in order of making. */
export const newId = (): string => uuidv7();
