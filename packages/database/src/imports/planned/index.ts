export { checkedPlan, mayImport } from './checked-plan.ts';
export { countImports, importProblems, type ImportProblemRow, importRow, type ImportRow, listImports } from './import-rows.queries.ts';
export { resumeImport, startPlannedImport, stopImport } from './start-planned.ts';
