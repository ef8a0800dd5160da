export { leadsRoom } from './leads-room.ts';
