export type { Job } from './job.ts';
export { jobs } from './registry.ts';
export { startJobs } from './start-jobs.ts';
export { wakeJobs } from './wake-jobs.ts';
