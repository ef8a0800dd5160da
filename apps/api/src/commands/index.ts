export { runCommand } from './registry.ts';
export { adminDoor } from './admin-door.ts';
export type { Command, CommandNo, CommandResult, Surroundings, Told } from './command.ts';
export { sendCommand } from './send-command.ts';
