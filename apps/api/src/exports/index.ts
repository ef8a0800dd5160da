export { exportDoor } from './export-door.ts';
