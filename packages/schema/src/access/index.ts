export { MeResolver } from './me.resolver.ts';
