export { activitiesRoom } from './activities-room.ts';
