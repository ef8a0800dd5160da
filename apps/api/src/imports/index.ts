export { importCommand } from './import.command.ts';
export { addImportCommand, type Send, type Told } from './import-command.ts';
export { importDoor } from './import-door.ts';
