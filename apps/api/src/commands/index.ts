export { adminDoor } from './admin-door.ts';
export type { Command, CommandResult, Surroundings, Told } from './command.ts';
export { sendCommand } from './send-command.ts';
