import type { Cell } from '@orbita/schema/exports';
import type { Response } from 'express';

export type Pages = AsyncGenerator<readonly Cell[][]>;

export interface Sending {
  readonly response: Response;
  readonly headers: Readonly<Record<string, string>>;
  /** Writes down that it was taken away: before a byte leaves. */
  readonly record: () => Promise<void>;
  readonly write: (pages: Pages) => Promise<void>;
}

const longestPause = 120_000;

/** Sends pages as they are read. The first is read before anything is said, so that what is wrong can still be told. */
export async function sendPages(pages: Pages, { response, headers, record, write }: Sending): Promise<void> {
  const first = await pages.next();
  async function* all(): Pages {
    for (let next = first; !next.done; next = await pages.next()) yield next.value;
  }
  // Whoever asks for the head alone takes nothing away.
  const head = response.req.method === 'HEAD';
  if (!head) await record();
  // Whoever stops reading holds a connection: he is let go.
  response.setTimeout(longestPause, () => response.destroy());
  response.set({ 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff', ...headers });
  if (head) return void response.end();
  await write(all());
}
