export { ErasuresPage } from './erasures-page.tsx';
export { PrivacyPage } from './privacy-page.tsx';
export { privacySearch } from './privacy-search.ts';
