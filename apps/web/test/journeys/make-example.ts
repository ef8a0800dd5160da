import type { TestProject } from 'vitest/node';
import { clearAway, newPlace, type Place } from './place.ts';
import { startServer, stopServer } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the example company lies, for houses to begin with a copy of. */
    readonly example: Place;
  }
}

const made: Place[] = [];

/** Makes the example once, by starting a server as it is shipped; every house that wants it begins with a copy. */
export async function setup(project: TestProject): Promise<void> {
  const place = await newPlace();
  made.push(place);
  const { server } = await startServer(place, '150');
  await stopServer(server);
  project.provide('example', place);
}

export async function teardown(): Promise<void> {
  for (const place of made) await clearAway(place);
}
