export { captureDoors } from './capture-doors.ts';
