import { request } from 'node:http';
import type pg from 'pg';
import { type Ask, once } from '../measure/load.ts';
import { median, ms, type Row } from '@orbita/database/bench';
import { asking, type Server, webDocument } from '../servers.ts';
import { boardByHand } from './board-by-hand.ts';

const cards = 50;
const runs = 25;
const warming = 30;

/** P2: a board as the web app asks for it, over HTTP, against the SQL of the same; and what of ours is its two statements. */
export async function board(client: pg.Client, ours: Server): Promise<Row[]> {
  const query = webDocument('query Board(');
  if (!query) throw new Error('Build the web app first: its own question is measured.');
  const { rows: boards } = await client.query<{ id: string; open: number }>(`
    select pipeline_id as id, count(*)::int as open from opportunity where status = 'OPEN' group by 1 having count(*) >= 5000 order by 2`);
  const ask = await asking(ours.port, query, (id) => ({ pipelineId: id, first: cards }));
  const rows: Row[] = [];
  for (const { id, open } of boards) {
    const taken = { floor: [] as number[], ours: [] as number[] };
    for (let run = -warming; run < runs; run += 1) {
      const floor = await milliseconds(() => client.query(boardByHand(cards), [id]));
      const answer = await milliseconds(() => once(ask, id));
      if (run < 0) continue;
      taken.floor.push(floor);
      taken.ours.push(answer);
    }
    const sent = { plain: (await once(ask, id)).length, packed: await bytesOf(ask, id) };
    const ratio = median(taken.ours) / median(taken.floor);
    rows.push({
      scenario: `**P2 board of ${open.toLocaleString('en')}**: 8 columns × ${cards} cards, counts and sums over all`, floor: `p50 ${ms(median(taken.floor))}`,
      ours: `p50 ${ms(median(taken.ours))}, ${Math.round(sent.packed / 1000)} KB sent (${Math.round(sent.plain / 1000)} KB unpacked)`,
      ratio: `${ratio.toFixed(2)} ×`, target: '≤ 2.5 ×, ≤ 150 KB', met: ratio <= 2.5 && sent.packed <= 150_000,
    });
  }
  return rows;
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** What goes over the wire to a browser, which says that it can unpack. */
function bytesOf({ port, path, body, headers }: Ask, id: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = request({ port, host: '127.0.0.1', path: path(id), method: 'POST', headers: { ...headers, 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => { bytes += part.length; });
      response.on('end', () => resolve(bytes));
    });
    asking.on('error', reject);
    asking.end(body?.(id));
  });
}
