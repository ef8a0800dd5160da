import { closeSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Held while this process uses the folder: the embedded database is ruined by two at once. */
export interface FolderLock {
  release(): void;
}

/** Says who holds the folder and what to do. */
export class FolderInUse extends Error {}

/**
 * Takes the folder for this process alone, before anything in it is opened. A lock left behind by a process that
 * died is taken over: its number no longer runs, or runs something that began later than the lock.
 */
export function lockDataFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'lock');
  // Written whole under a name of its own and then linked: the lock is never seen half-written.
  const own = `${path}.${process.pid}`;
  writeWhole(own, `${process.pid} ${startOf(process.pid) ?? ''}\n`);
  try {
    for (let tries = 0; tries < 5; tries += 1) {
      if (tryLink(own, path)) return { release: () => rmSync(path, { force: true }) };
      const holder = readHolder(path);
      if (holder && isAlive(holder)) {
        throw new FolderInUse(
          `The data folder ${folder} is in use by another Orbita (process ${holder.pid}). ` +
          'Stop that one first, or set ORBITA_DATA_DIR to another folder.',
        );
      }
      rmSync(path, { force: true });
    }
    throw new FolderInUse(`The data folder ${folder} is being started by another Orbita. Try again in a moment.`);
  } finally {
    rmSync(own, { force: true });
  }
}

interface Holder { readonly pid: number; readonly start: string }

function writeWhole(path: string, text: string): void {
  rmSync(path, { force: true });
  const file = openSync(path, 'wx', 0o600);
  writeSync(file, text);
  closeSync(file);
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    const [pid = '', start = ''] = readFileSync(path, 'utf8').trim().split(' ');
    return /^\d+$/.test(pid) ? { pid: Number(pid), start } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, start }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startOf(pid);
  return !start || now === undefined || now === start;
}

/** When the process began, in ticks since boot: a number is given out again, a moment is not. Only on Linux. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
