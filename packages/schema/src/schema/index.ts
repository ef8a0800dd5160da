export { buildOrbitaSchema } from './build-schema.ts';
