import { WrongExport } from './wrong-export.ts';

interface Bounds {
  /** How many read at once, and how many of one reader: each holds a connection for as long as he reads. */
  readonly all: number;
  readonly ofOne: number;
  /** How many may wait for their turn, and how long, in milliseconds. */
  readonly waiting: number;
  readonly patience: number;
}

/** Reads in somebody's turn; refuses (`THROTTLED`) when too many wait already, or he has waited too long. */
export type InTurn = <Done>(who: string, read: () => Promise<Done>) => Promise<Done>;

interface Waiting {
  readonly who: string;
  readonly go: () => void;
}

/** Lets so many read at once. Whoever comes on top waits, first come first served: a tool that asks for seven tables at once gets seven. */
export function atOnce({ all, ofOne, waiting: mostWaiting, patience }: Bounds): InTurn {
  const running: string[] = [];
  const line: Waiting[] = [];
  const isFree = (who: string): boolean => running.length < all && running.filter((one) => one === who).length < ofOne;
  const callNext = (): void => {
    const next = line.findIndex(({ who }) => isFree(who));
    if (next >= 0) line.splice(next, 1)[0]!.go();
  };
  const enter = (who: string): Promise<void> => new Promise((resolve, reject) => {
    const go = () => {
      clearTimeout(timer);
      running.push(who);
      resolve();
    };
    const one = { who, go };
    const giveUp = () => {
      const place = line.indexOf(one);
      if (place >= 0) line.splice(place, 1);
      reject(new WrongExport(429, 'THROTTLED', 'Other files are being taken away. Wait until they are there.'));
    };
    const timer = setTimeout(giveUp, patience);
    if (isFree(who)) return go();
    if (line.length < mostWaiting) return void line.push(one);
    clearTimeout(timer);
    return giveUp();
  });
  return async (who, read) => {
    await enter(who);
    try {
      return await read();
    } finally {
      running.splice(running.indexOf(who), 1);
      callNext();
    }
  };
}
