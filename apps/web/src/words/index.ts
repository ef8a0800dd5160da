export * as m from '../paraglide/messages/_index.js';
export { changeLanguage, type Language, useLanguage } from './language.ts';
