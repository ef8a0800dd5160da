import type { Language } from '@orbita/domain/refusal';
import { SingleBar } from 'cli-progress';
import type { ProgressLine } from './import.command.ts';
import { words } from './words/index.ts';

const whole = 1000;

export interface ProgressBar {
  readonly at: (progress: ProgressLine) => void;
  readonly stop: () => void;
}

/** A bar on the terminal; nothing where there is none. */
export function progressBar(language: Language): ProgressBar {
  let bar: SingleBar | undefined;
  let shown = '';
  const stop = (): void => {
    bar?.stop();
    bar = undefined;
    shown = '';
  };
  const at = ({ name, phase, share, rowsRead }: ProgressLine): void => {
    if (!process.stderr.isTTY) return;
    if (shown !== name + phase) {
      stop();
      bar = new SingleBar({ format: '{name} {phase} [{bar}] {percentage}% · {rows} · {eta_formatted}', stream: process.stderr, hideCursor: true });
      bar.start(whole, 0, { name, phase: words[language].phases[phase], rows: 0 });
      shown = name + phase;
    }
    bar?.update(Math.round(share * whole), { rows: words[language].count(rowsRead) });
  };
  return { at, stop };
}
