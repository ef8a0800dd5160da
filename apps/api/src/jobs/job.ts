import type { Em } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';

export interface JobAround {
  readonly database: Database;
  /** When this process ends. */
  readonly stopping: AbortSignal;
  /** Hears of what a job goes on without. */
  readonly onProblem: (problem: unknown) => void;
}

/** One thing that is done by the clock. It may run late, and twice: what it does must not mind. */
export interface Job {
  readonly name: string;
  /** Minute, hour, day, month, weekday, in UTC. */
  readonly cron: string;
  /** Events that do not let it wait for its clock: somebody asked for it, or wrote what it looks at. Imports wake nothing by what they bring. */
  readonly wokenBy?: readonly string[];
  /** `em` is a fork of its own, outside any transaction. */
  readonly run: (em: Em, now: Date, around: JobAround) => Promise<unknown>;
}
