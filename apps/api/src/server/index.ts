export type { FillDemo } from './prepare-database.ts';
export { type RunningOrbita, type ServerOptions, startServer } from './start-server.ts';
