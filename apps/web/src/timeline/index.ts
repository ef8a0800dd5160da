export { changesOf, namesPeople, type ToldEvent } from './event/event.ts';
export { ChangeList } from './event/change-list.tsx';
export { amountOfChange } from './event/opportunity-sentences.ts';
export { sentenceOf } from './event/event-sentence.ts';
export { Timeline } from './lazy-timeline.tsx';
