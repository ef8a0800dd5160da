/** Hands out one thing while the next is being made: a batch is parsed while the one before is written. */
export async function* ahead<Thing>(things: AsyncGenerator<Thing>): AsyncGenerator<Thing> {
  let next = things.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = things.next();
      // Whoever stops here never asks for it; its failure is nobody's.
      next.catch(() => {});
      yield value;
    }
  } finally {
    await things.return(undefined).catch(() => {});
  }
}
