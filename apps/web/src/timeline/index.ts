export { changesOf, type ToldEvent } from './event/event.ts';
export { ChangeList } from './event/change-list.tsx';
export { sentenceOf } from './event/event-sentence.ts';
export { Timeline } from './lazy-timeline.tsx';
