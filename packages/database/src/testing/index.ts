export { countStatements } from './count-statements.ts';
export { openTestDatabase } from './open-test-database.ts';
