import { isRefused, refusalMessage } from '@orbita/domain/refusal';
import type { Database } from '@orbita/database/database';
import { importCommand } from '#imports';
import type { Command, Told } from './command.ts';
import { createUserCommand } from './create-user.command.ts';
import { letInCommand } from './let-in.command.ts';

/** Every command the server answers to. A new one is one more line, and a few in command-line.ts. */
export const commands: readonly Command[] = [createUserCommand, letInCommand, importCommand];

/** Runs one and tells what happens, line by line; the last one says how it ended. */
export async function runCommand(
  database: Database, name: string, input: Readonly<Record<string, unknown>>, tell: (told: Told) => void, signal?: AbortSignal,
): Promise<void> {
  const command = commands.find((known) => known.name === name);
  if (!command) return tell({ refused: `This server knows no command “${name}”. Is it the same version?` });
  const result = await command.run(input, { database, now: new Date(), signal, tell: (line) => tell({ line }) });
  if ('no' in result) return tell({ refused: result.no });
  if (!isRefused(result)) return tell({ done: result.done, ...(result.partly ? { partly: true } : {}) });
  tell({ refused: `${result.field ? `${result.field}: ` : ''}${refusalMessage(result, 'en')}` });
}
