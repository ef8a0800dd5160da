export { personalTables } from './of-customers.ts';
export { houseTables } from './of-the-house.ts';
export type { Fate, HouseTable, PersonalTable } from './personal-table.ts';
