import type { Database } from '@orbita/database/database';
import type { Refusal } from '@orbita/domain/refusal';

/** One thing an operator does from the command line. It runs inside the server, or on PostgreSQL beside it. */
export interface Command {
  readonly name: string;
  readonly run: (input: Readonly<Record<string, unknown>>, surroundings: Surroundings) => Promise<CommandResult | CommandNo | Refusal>;
}

export interface Surroundings {
  readonly database: Database;
  readonly now: Date;
  /** The one who waits has gone: what can be gone on with later may stop. */
  readonly signal?: AbortSignal | undefined;
  /** A line for the one who waits. */
  readonly tell: (line: string) => void;
}

/** What was done, in words. */
export interface CommandResult {
  readonly done: string;
  /** Something of it was refused, which was told. */
  readonly partly?: boolean;
}

/** Why it was not done, in the asker's own language. */
export interface CommandNo {
  readonly no: string;
}

/** One line of the answer: progress while it runs, then exactly one end. */
export type Told =
  | { readonly line: string }
  | { readonly done: string; readonly partly?: boolean }
  | { readonly refused: string }
  | { readonly failed: string };
