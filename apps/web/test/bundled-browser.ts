import { execFileSync } from 'node:child_process';
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import type { Browser } from './browser.ts';

const packageFolder = () => join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');

/** Chromium out of the npm package, with its own libraries and fonts where the machine has none. */
export async function bundledBrowser(env: Record<string, string>): Promise<Browser> {
  const source = packageFolder();
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const folder = join(import.meta.dirname, '../node_modules/.cache/chromium', version);
  const executablePath = join(folder, 'chromium');
  if (!existsSync(executablePath)) await unpack(source, folder, executablePath);
  return { executablePath, env: { ...env, ...missingParts(folder, executablePath, env) } };
}

/** Everything is unpacked under a private name and the program renamed last: workers may start together. */
async function unpack(source: string, folder: string, executablePath: string): Promise<void> {
  mkdirSync(join(folder, 'lib'), { recursive: true });
  for (const archive of ['al2023', 'fonts']) {
    const tar = join(folder, `${archive}.${process.pid}.tar`);
    writeFileSync(tar, brotliDecompressSync(readFileSync(join(source, `bin/${archive}.tar.br`))));
    execFileSync('tar', ['xf', tar, '-C', folder]);
    rmSync(tar);
  }
  const unfinished = `${executablePath}.${process.pid}`;
  await pipeline(createReadStream(join(source, 'bin/chromium.br')), createBrotliDecompress(), createWriteStream(unfinished));
  chmodSync(unfinished, 0o755);
  renameSync(unfinished, executablePath);
}

function missingParts(folder: string, executablePath: string, env: Record<string, string>): Record<string, string> {
  const parts: Record<string, string> = {};
  if (lacksLibraries(executablePath)) {
    parts['LD_LIBRARY_PATH'] = [join(folder, 'lib'), env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  }
  if (!existsSync('/etc/fonts/fonts.conf') || !existsSync('/usr/share/fonts/truetype')) {
    parts['FONTCONFIG_PATH'] = join(folder, 'fonts');
    parts['XDG_DATA_HOME'] = folder;
  }
  return parts;
}

function lacksLibraries(executablePath: string): boolean {
  try {
    return execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found');
  } catch {
    return true;
  }
}
