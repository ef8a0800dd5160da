export { biDoor } from './bi-door.ts';
