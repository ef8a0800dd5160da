export { plainPglite } from './plain-pglite.ts';
