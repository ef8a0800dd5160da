export { countStatements } from './count-statements.ts';
export { openRestored, openTestDatabase } from './open-test-database.ts';
