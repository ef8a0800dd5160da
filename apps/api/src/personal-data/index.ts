export { personalDataDoor } from './personal-data-door.ts';
