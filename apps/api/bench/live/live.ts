import { type Database, openDatabase } from '@orbita/database/database';
import { appendEvents } from '@orbita/database/timeline';
import { createClient } from 'graphql-ws';
import type pg from 'pg';
import { WebSocket } from 'ws';
import { createLivePubSub } from '#live';
import { median, ms, percentile, type Row } from '@orbita/database/bench';
import { databaseUrl, type Server, signIn } from '../servers.ts';
import { people } from './people.ts';
import { stoppedReader } from './stopped-reader.ts';

const subscribers = 1000;
const windows = 100;
const persons = 20;
const events = 60;
const query = 'subscription Board($pipelineId: ID!) { boardChanged(pipelineId: $pipelineId) { pipelineId opportunity { id version } } }';

/** P8: something happens to a card that a thousand look at; from before it is written until the last of them has it. */
export async function live(client: pg.Client, ours: Server): Promise<Row[]> {
  const { rows: [card] } = await client.query<{ id: string; customerId: string; pipelineId: string; teamId: string }>(`
    select o.id, o.customer_id as "customerId", o.pipeline_id as "pipelineId", f.team_id as "teamId"
    from opportunity o join customer_facts f on f.customer_id = o.customer_id where o.status = 'OPEN' and f.team_id is not null and not f.hidden limit 1`);
  if (!card) throw new Error('There is no opportunity in the database.');
  const database = await openDatabase({ url: databaseUrl });
  const happen = () => write(database, card);
  const heard = await listen(ours.port, card.pipelineId, await people(client, persons, card.teamId));
  const taken: number[] = [];
  for (let event = -10; event < events; event += 1) {
    const began = performance.now();
    const all = heard.next();
    await happen();
    await all;
    if (event >= 0) taken.push(performance.now() - began);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  await heard.close();
  const stopped = await stoppedReader(ours, card.pipelineId, happen);
  await database.close();
  const floor = inProcess();
  const p99 = percentile(taken, 0.99);
  return [{
    scenario: `**P8 one event to ${subscribers.toLocaleString('en')} subscribers** in ${windows} windows of ${persons} people, ${events} times`, floor: `in-process loop: ${ms(floor)}`,
    ours: `the last has it: p50 ${ms(median(taken))}, p99 ${ms(p99)}`, ratio: '', target: 'p99 ≤ 250 ms', met: p99 <= 250,
  }, {
    scenario: 'P8 one who stops reading', floor: '', ours: stopped.told, ratio: '', target: 'dropped, not buffered', met: stopped.met,
  }];
}

const write = (database: Database, { id, customerId, pipelineId }: { id: string; customerId: string; pipelineId: string }): Promise<void> =>
  database.em.fork().transactional((em) => appendEvents(em as Database['em'], [{
    customerId, type: 'opportunityRanked', occurredAt: new Date(), payload: { opportunityId: id, pipelineId, stage: 'contacted' },
  }], { kind: 'SYSTEM', id: null, channel: 'JOB' }, new Date()));

/** Subscribers in as many windows as the server lets them share; `next` is done when everybody has heard once more. */
async function listen(port: number, pipelineId: string, emails: readonly string[]): Promise<{ next(): Promise<void>; close(): Promise<void> }> {
  const cookies: Record<string, string>[] = [];
  for (const one of emails) cookies.push(await signIn(port, one));
  let missing = 0;
  let done: () => void = () => undefined;
  const hear = () => {
    missing -= 1;
    if (missing === 0) done();
  };
  const clients = await Promise.all(Array.from({ length: windows }, (_, at) => new Promise<ReturnType<typeof createClient>>((resolve) => {
    const one = createClient({
      url: `ws://127.0.0.1:${port}/graphql`, retryAttempts: 0, lazy: false, on: { connected: () => resolve(one) },
      webSocketImpl: class extends WebSocket { constructor(address: string, protocols: string) { super(address, protocols, { headers: cookies[at % cookies.length]! }); } },
    });
  })));
  for (let at = 0; at < subscribers; at += 1) {
    clients[at % windows]!.subscribe({ query, variables: { pipelineId } }, {
      next: ({ errors }) => { if (errors) throw new Error(JSON.stringify(errors)); hear(); },
      error: (error) => { throw new Error(JSON.stringify(error)); }, complete: () => undefined,
    });
  }
  await new Promise((resolve) => { setTimeout(resolve, 3000); });
  return {
    next: () => {
      missing = subscribers;
      return new Promise((resolve, reject) => {
        const lost = setTimeout(() => reject(new Error(`${missing} of ${subscribers} have not heard.`)), 60_000);
        done = () => {
          clearTimeout(lost);
          resolve();
        };
      });
    },
    close: async () => { for (const one of clients) await one.dispose(); },
  };
}

/** The same number of listeners in this process, told by a loop. */
function inProcess(): number {
  const pubSub = createLivePubSub();
  let heard = 0;
  for (let at = 0; at < subscribers; at += 1) void pubSub.subscribe('board').next().then(() => { heard += 1; });
  const began = performance.now();
  pubSub.publish('board', {});
  return performance.now() - began + Math.min(heard, 0);
}
