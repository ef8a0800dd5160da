export { importCommand } from './import.command.ts';
export { addImportCommand, type Send } from './import-command.ts';
