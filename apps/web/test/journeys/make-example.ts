import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { newFolder, startServer, stopServer } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A data folder with the example company, for houses to begin with a copy of. */
    readonly example: string;
  }
}

const folder = newFolder();

/** Makes the example once, by starting a server as it is shipped; every house that wants it begins with a copy. */
export async function setup(project: TestProject): Promise<void> {
  const { server } = await startServer(folder, '150');
  await stopServer(server);
  project.provide('example', folder);
}

export const teardown = (): void => rmSync(folder, { recursive: true, force: true });
