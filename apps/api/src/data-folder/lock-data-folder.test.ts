import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FolderInUse, lockDataFolder } from './lock-data-folder.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'orbita-lock-'));

test('a folder is held by one, and free again when released', () => {
  const path = folder();
  const lock = lockDataFolder(path);
  expect(() => lockDataFolder(path)).toThrow(FolderInUse);
  expect(() => lockDataFolder(path)).toThrow(/Stop that one first, or set ORBITA_DATA_DIR/);
  lock.release();
  lockDataFolder(path).release();
  expect(existsSync(join(path, 'lock'))).toBe(false);
});

test('the lock of a process that died is taken over', () => {
  const path = folder();
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  writeFileSync(join(path, 'lock'), `${dead} 1\n`);
  lockDataFolder(path).release();
});

test('a number that was given to another process since does not hold the folder', () => {
  const path = folder();
  writeFileSync(join(path, 'lock'), `${process.ppid} 1\n`);
  if (process.platform === 'linux') lockDataFolder(path).release();
});
