export * as m from '../paraglide/messages/_index.js';
export { changeLanguage, currentLanguage, type Language, useLanguage } from './language.ts';
