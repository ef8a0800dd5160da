/** Why one would call this customer now, the most pressing first. */
export type CallReason =
  | { readonly kind: 'doNotContact' }
  | { readonly kind: 'lapsed'; readonly days: number }
  | { readonly kind: 'silent'; readonly days: number; readonly percent: number | null }
  | { readonly kind: 'overdue'; readonly count: number }
  | { readonly kind: 'dueToday'; readonly count: number }
  | { readonly kind: 'propose'; readonly expected: string | null; readonly rhythm: number | null }
  | { readonly kind: 'neverBought' }
  | { readonly kind: 'nothing' };

interface Known {
  readonly doNotContact: boolean;
  readonly facts: {
    readonly ordersCount: number | null; readonly lastOrderAt: string | null; readonly alarmAt: string | null; readonly lapsesAt: string | null;
    readonly nextOfferAt: string | null; readonly expectedNextOrderAt: string | null; readonly rhythmDays: number | null; readonly silencePct: number | null;
  };
  readonly openTasks: readonly { readonly dueAt: string | null }[];
}

const day = 86_400_000;
const past = (instant: string | null, now: number): boolean => instant !== null && Date.parse(instant) <= now;

/** What the facts say, and nothing that they do not. `now` in UTC milliseconds. */
export function callReasons({ doNotContact, facts, openTasks }: Known, now: number): readonly CallReason[] {
  const reasons: CallReason[] = [];
  if (doNotContact) reasons.push({ kind: 'doNotContact' });
  const overdue = openTasks.filter(({ dueAt }) => past(dueAt, now)).length;
  const today = openTasks.filter(({ dueAt }) => dueAt !== null && !past(dueAt, now) && Date.parse(dueAt) < now + day).length;
  const days = facts.lastOrderAt ? Math.floor((now - Date.parse(facts.lastOrderAt)) / day) : 0;
  if (overdue > 0) reasons.push({ kind: 'overdue', count: overdue });
  if (past(facts.lapsesAt, now)) reasons.push({ kind: 'lapsed', days });
  else if (past(facts.alarmAt, now)) reasons.push({ kind: 'silent', days, percent: facts.silencePct });
  else if (past(facts.nextOfferAt, now)) reasons.push({ kind: 'propose', expected: facts.expectedNextOrderAt, rhythm: facts.rhythmDays });
  if (today > 0) reasons.push({ kind: 'dueToday', count: today });
  if (facts.ordersCount === 0) reasons.push({ kind: 'neverBought' });
  return reasons.length > 0 ? reasons : [{ kind: 'nothing' }];
}
