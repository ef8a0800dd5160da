import { type Database } from '@orbita/database/database';
import { openTestDatabase } from '@orbita/database/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openMetrics, silentLog } from '#http';
import type { Job } from './job.ts';
import { jobs } from './registry.ts';
import { startJobs } from './start-jobs.ts';
import { wakeJobs } from './wake-jobs.ts';

let database: Database;
beforeAll(async () => { database = await openTestDatabase(); });
afterAll(() => database.close());

test('jobs run; one that fails is counted and tried again, and the others go on', async () => {
  const ran: string[] = [];
  const metrics = openMetrics();
  const trial: Job[] = [
    { name: 'good', cron: '0 0 1 1 *', run: () => Promise.resolve(ran.push('good')) },
    { name: 'bad', cron: '0 0 1 1 *', run: () => { ran.push('bad'); return Promise.reject(new Error('no')); } },
  ];
  const running = await startJobs(database, trial, silentLog, metrics);
  await running.runSoon('bad');
  await running.runSoon('good');
  await vi.waitFor(() => expect([...new Set(ran)].sort()).toEqual(['bad', 'good']), { timeout: 15_000 });
  await vi.waitFor(async () => expect(await metrics.registry.metrics()).toMatch(/job="bad",outcome="failed"\} 1/), { timeout: 5000 });
  await running.close();
});

test('every job of the product runs on an empty company', async () => {
  const around = { database, stopping: new AbortController().signal, onProblem: (problem: unknown) => { throw problem; } };
  for (const job of jobs) await job.run(database.em.fork(), new Date(), around);
  const names = jobs.map((job) => job.name);
  expect(new Set(names).size).toBe(names.length);
});

test('a second start finds its jobs where the first left them', async () => {
  const running = await startJobs(database, jobs, silentLog, openMetrics());
  await running.close();
  const again = await startJobs(database, jobs.slice(1), silentLog, openMetrics());
  await again.close();
});

test('what somebody asked for or wrote wakes its job, and what an import brought does not', async () => {
  const woken: string[] = [];
  const reader = wakeJobs(jobs, { runSoon: (name) => Promise.resolve(void woken.push(name)) }, () => undefined);
  const heard = (type: string, origin = 'live') => reader.handle(database.em.fork() as never, [{ type, origin } as never], new Date());
  await heard('orderPlaced');
  await heard('customerCreated', 'import');
  await heard('bulkChangeStarted');
  await heard('bulkChangeUndone');
  expect(woken).toEqual(['change-in-bulk', 'change-in-bulk']);
  await heard('contactPointAdded');
  expect(woken.slice(2)).toEqual(['compare-customers', 'check-quality']);
});
