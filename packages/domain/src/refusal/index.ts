export { isRefused, refuse, type Refusal, type RefusalCode, refusalCodes } from './refusal.ts';
export { refusalMessage, type Language } from './refusal-message.ts';
