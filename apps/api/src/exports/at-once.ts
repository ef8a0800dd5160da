import { WrongExport } from './wrong-export.ts';

/** Lets so many read at once, and so many of one reader: each holds a connection for as long as he reads. */
export function atOnce({ all, ofOne }: { readonly all: number; readonly ofOne: number }): <Done>(who: string, read: () => Promise<Done>) => Promise<Done> {
  const running: string[] = [];
  return async (who, read) => {
    if (running.length >= all || running.filter((one) => one === who).length >= ofOne) {
      throw new WrongExport(429, 'THROTTLED', 'Other files are being taken away. Wait until they are there.');
    }
    running.push(who);
    try {
      return await read();
    } finally {
      running.splice(running.indexOf(who), 1);
    }
  };
}
