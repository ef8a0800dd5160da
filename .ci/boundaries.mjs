// Runs the import rules and fails unless every tracked module was looked at: a cruise of nothing says all is well.
import { execFileSync } from 'node:child_process';

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
process.exitCode = missed.length > 0 || report.summary.error > 0 ? 1 : 0;
