export { type Environment, readEnvironment, type ServerRole } from './environment.ts';
