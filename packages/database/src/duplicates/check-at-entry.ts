import type { Viewer } from '@orbita/domain/access';
import { type Profile, tellReasons } from '@orbita/domain/duplicates';
import { type Refusal, refuse } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { judgeCandidates, type PossibleDuplicate, tell } from './find-duplicates.queries.ts';

/** What is known at the door of somebody who is about to be made. */
export interface EntryCheck {
  /** Why he should not be made before somebody has looked; undefined when nobody is like him. */
  readonly refusal: Refusal | undefined;
  /** Somebody of another name has his e-mail: it identifies neither of them for certain, and stays whose it is. */
  readonly emailIsShared: boolean;
}

/** Asks whether somebody who is about to be made is there already; the refusal names the likeliest, so that one looks first. */
export async function checkAtEntry(em: Em, profile: Profile, viewer: Viewer): Promise<EntryCheck> {
  const judged = await judgeCandidates(em, profile, viewer);
  const emailIsShared = judged.some(({ judged: { verdict, reasons } }) => verdict === 'LIKELY' && reasons.some(({ kind }) => kind === 'SAME_EMAIL'));
  return { refusal: judged.length > 0 ? refusalOf(judged.map(tell)) : undefined, emailIsShared };
}

function refusalOf(found: readonly PossibleDuplicate[]): Refusal {
  const { customer, ownerName, verdict, score, reasons } = found.find((one) => one.customer) ?? found[0]!;
  const speaking = reasons.filter(({ points }) => points > 0).map(({ kind }) => kind);
  return refuse('POSSIBLE_DUPLICATE', {
    details: {
      count: found.length, verdict, ...(ownerName === null ? {} : { ownerName }),
      ...(customer ? {
        customerId: customer.id, customerName: customer.name, score, reasons: speaking.join(','), reasonsEn: tellReasons(reasons, 'en'), reasonsEs: tellReasons(reasons, 'es'),
        customerIds: found.flatMap((one) => one.customer?.id ?? []).join(','),
      } : {}),
    },
  });
}
