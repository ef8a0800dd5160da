import { isRefused, type Refusal } from '@orbita/domain/refusal';

/** What the domain made of something that the demo drew: it draws nothing that is refused. */
export function accepted<Made>(made: Made | Refusal): Made {
  if (isRefused(made)) throw new Error(`The demo drew what the domain refuses: ${made.code} ${made.field}`);
  return made as Made;
}
