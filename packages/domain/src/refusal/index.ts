export { isRefused, refuse, refuseBecause, type Refusal, type RefusalCode, refusalCodes } from './refusal.ts';
export { refusalMessage, type Language, type TellDay } from './refusal-message.ts';
export { type Reason } from './reasons/index.ts';
