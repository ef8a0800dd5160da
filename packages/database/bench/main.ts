import { openBench } from './generate/open-bench-database.ts';
import { head, markdown, type Row } from './measure/table.ts';
import { duplicates } from './scenarios/duplicates.ts';
import { imports } from './scenarios/imports.ts';
import { paging } from './scenarios/paging.ts';
import { quality } from './scenarios/quality.ts';
import { scoring } from './scenarios/scoring.ts';
import { search } from './scenarios/search.ts';
import { segments } from './scenarios/segments.ts';

const asked = process.argv.slice(2).filter((word) => word !== '--');
const bench = await openBench();
// Nobody compiles what runs for milliseconds: the floor runs as the product does.
await bench.owner.query('set jit = off');

const scenarios: Readonly<Record<string, () => Promise<Row[]>>> = {
  P3: () => segments(bench), P6: () => search(bench), P7: () => imports(bench.url), P9: () => paging(bench), P10: () => scoring(bench),
  B8: () => duplicates(bench), B15: () => quality(bench),
};
const rows: Row[] = [];
for (const [name, run] of Object.entries(scenarios)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`${name}…\n`);
  const found = await run();
  process.stderr.write(`${markdown(found)}\n`);
  rows.push(...found);
}
process.stdout.write(`\n${await head(bench.owner, bench.customers)}\n\n${markdown(rows)}\n`);
await bench.owner.end();
await bench.database.close();
