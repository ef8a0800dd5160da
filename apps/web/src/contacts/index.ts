export { Addresses } from './addresses.tsx';
export { Consents } from './consents.tsx';
export { ContactPeople } from './contact-people.tsx';
export { ContactPoints } from './contact-points.tsx';
export { addressKindWord, channelWord, pointKindWord } from './reach-words.ts';
