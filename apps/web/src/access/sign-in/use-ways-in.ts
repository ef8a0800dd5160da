import { useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { askDoor } from '../ask-door.ts';

const ways = z.object({ singleSignOn: z.nullable(z.object({ name: z.string() })), passwords: z.boolean() });

/** How one comes in here; until it is known, and where it cannot be, by password. */
export type WaysIn = z.infer<typeof ways>;

export function useWaysIn(): WaysIn {
  const [known, setKnown] = useState<WaysIn>({ singleSignOn: null, passwords: true });
  useEffect(() => {
    let here = true;
    void askDoor('door').then(({ data }) => {
      const read = ways.safeParse(data);
      if (here && read.success) setKnown(read.data);
    });
    return () => { here = false; };
  }, []);
  return known;
}
