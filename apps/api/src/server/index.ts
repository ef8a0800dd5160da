export { type FillDemo, type Progress } from './prepare-database.ts';
export { type RunningOrbita, type ServerOptions, startServer } from './start-server.ts';
