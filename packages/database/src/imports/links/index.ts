export { withLinks } from './with-links.ts';
