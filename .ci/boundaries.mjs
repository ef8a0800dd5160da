// Runs the import rules and fails unless every tracked module was looked at: a cruise of nothing says all is well.
// Fails as well where raw SQL stands outside the places that may hold it.
import { execFileSync } from 'node:child_process';
import { strayRawSql } from './raw-sql.mjs';

const tracked = execFileSync('git', ['ls-files', 'packages', 'apps'], { encoding: 'utf8' })
  .split('\n').filter((path) => /^(packages|apps)\/[^/]+\/src\/.*\.tsx?$/.test(path) && !/\.gen\.ts$/.test(path));
let report;
try {
  report = JSON.parse(execFileSync('node_modules/.bin/depcruise', ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'packages', 'apps'], { encoding: 'utf8', maxBuffer: 1 << 28 }));
} catch (error) {
  report = JSON.parse(error.stdout);
}
const cruised = new Set(report.modules.map((module) => module.source));
const missed = tracked.filter((path) => !cruised.has(path));
for (const { rule, from, to } of report.summary.violations) console.log(`${rule.severity} ${rule.name}: ${from} → ${to}`);
console.log(`${cruised.size} modules looked at, ${missed.length} of ${tracked.length} tracked ones missed, ${report.summary.error} violations.`);
if (missed.length > 0) console.log(missed.slice(0, 10).join('\n'));
const { stray, unused, looked } = strayRawSql();
console.log(`${looked} modules searched for raw SQL, ${stray.length} hold it where none may be.`);
for (const path of stray) console.log(`error raw-sql: ${path} holds raw SQL; make it a named query in a *.queries.ts that takes the viewer, or say why not in .ci/raw-sql.mjs`);
for (const pattern of unused) console.log(`error raw-sql: nothing needs ${pattern} any more; take it out of .ci/raw-sql.mjs`);
process.exitCode = missed.length > 0 || report.summary.error > 0 || stray.length > 0 || unused.length > 0 || looked === 0 ? 1 : 0;
