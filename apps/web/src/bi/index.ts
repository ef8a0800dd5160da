export { BiPage } from './bi-page.tsx';
