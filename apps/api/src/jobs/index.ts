export { type Job, jobs } from './registry.ts';
export { startJobs } from './start-jobs.ts';
