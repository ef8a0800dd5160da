export { argumentsOf } from './asked-export.ts';
export { atOnce, type InTurn } from './at-once.ts';
export { exportDoor } from './export-door.ts';
export { refuseExport } from './refuse-export.ts';
export { type Pages, sendPages } from './send-pages.ts';
export { writeCsv } from './write-csv.ts';
export { WrongExport } from './wrong-export.ts';
