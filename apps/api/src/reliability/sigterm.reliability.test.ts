import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Database } from '@orbita/database/database';
import { openTestDatabase } from '@orbita/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectKept, expectWhole } from './kept-promises.fixture.ts';
import { writing } from './load.fixture.ts';
import { someCustomers } from './some-customers.fixture.ts';
import { type MortalServer, startMortal } from './server-that-dies.fixture.ts';

interface Sent { readonly key: string; readonly began: number; ended: number; answer: string; id: string }

const atOnce = 24;

describe.skipIf(!process.env['TEST_DATABASE_URL'])('SIGTERM under load', () => {
  let database: Database;
  let server: MortalServer;
  beforeAll(async () => {
    database = await openTestDatabase();
    server = await startMortal({ DATABASE_URL: database.url! });
  });
  afterAll(async () => {
    await server.kill();
    await database.close();
  });

  test('everything in flight is answered, the process ends by itself, and a new one goes on', async () => {
    const person = await server.signIn();
    const customers = await someCustomers(person, 12);
    const agent = new Agent({ keepAlive: true });
    const sent: Sent[] = [];
    let over = false;
    const people = Promise.all(Array.from({ length: atOnce }, async (_, who) => {
      for (let turn = 0; !over; turn += 1) {
        const one: Sent = { key: `term-${who}-${turn}`, began: performance.now(), ended: Infinity, answer: '', id: '' };
        sent.push(one);
        await post(agent, server.url(), person.cookie, JSON.stringify(writing('activity', one.key, customers[who % customers.length]!)), one);
        if (one.answer !== '200') await wait(20);
      }
    }));
    await wait(3000);
    const asked = performance.now();
    server.process().signal('SIGTERM');
    const code = await server.process().exited;
    const stopped = performance.now();
    over = true;
    await people;
    agent.destroy();
    // What is sent in the last milliseconds may meet a port that is closing; what was under way before may not.
    const inFlight = sent.filter(({ began, ended }) => began < asked - 20 && ended > asked);
    const failed = sent.filter(({ began, answer }) => began < asked - 20 && answer !== '200');
    console.info(`  ${inFlight.length} in flight at SIGTERM, ${sent.filter(({ answer }) => answer === '200').length} answered in all, stopped in ${Math.round(stopped - asked)} ms`);
    expect(inFlight.length).toBeGreaterThan(4);
    expect(failed).toEqual([]);
    expect(code).toBe(0);
    const acknowledged = sent.filter(({ answer }) => answer === '200').map(({ key, id }) => ({ kind: 'activity' as const, key, id, sent: 1 }));
    await expectKept(database, { acknowledged, sent: new Set(sent.map(({ key }) => key)), wrong: [], stop: () => Promise.resolve() }, 'term');
    await expectWhole(database, 'term');
    await server.start();
    expect((await fetch(`${server.url()}/readyz`)).status).toBe(200);
  });
});

function post(agent: Agent, url: string, cookie: string, body: string, one: Sent): Promise<void> {
  return new Promise((resolve) => {
    const end = (answer: string) => {
      Object.assign(one, { answer, ended: performance.now() });
      resolve();
    };
    const asking = request(`${url}/graphql`, { method: 'POST', agent, headers: { 'content-type': 'application/json', origin: url, cookie } }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => { text += part.toString(); });
      response.on('end', () => {
        one.id = /"thing":\{"id":"([^"]+)"/.exec(text)?.[1] ?? '';
        end(response.statusCode === 200 && one.id === '' ? text : String(response.statusCode));
      });
      response.on('error', (error) => end(error.message));
    });
    asking.on('error', (error) => end(error.message));
    asking.end(body);
  });
}
