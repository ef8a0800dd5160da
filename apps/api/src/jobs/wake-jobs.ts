import type { Reader } from '#readers';
import type { Job } from './job.ts';
import type { RunningJobs } from './start-jobs.ts';

/** Lets a job run as soon as somebody asked for what it does, or wrote what it looks at, in whichever process that was; its clock comes in any case. */
export function wakeJobs(jobs: readonly Job[], running: Pick<RunningJobs, 'runSoon'>, onProblem: (error: unknown) => void): Reader {
  return {
    name: 'wake-jobs',
    handle: (_, events) => {
      const heard = new Set(events.flatMap(({ type, origin }) => (origin === 'live' ? [type] : [])));
      const woken = jobs.filter(({ wokenBy = [] }) => wokenBy.some((type) => heard.has(type)));
      // Not waited for: the reader holds a transaction, and an embedded database has one connection.
      for (const { name } of woken) void running.runSoon(name).catch(onProblem);
      return Promise.resolve();
    },
  };
}
