export { opportunitiesRoom } from './opportunities-room.ts';
