import { parseDate, type PlainDate } from '#calendar';
import { type Bilingual, inBoth } from '#facts';
import { isRefused, type Refusal, refuse } from '#refusal';

/** What is known of one question about a lead. */
export const answers = ['YES', 'NO', 'UNKNOWN'] as const;

export type Answer = (typeof answers)[number];

export const answerLabels: Readonly<Record<Answer, Bilingual>> = {
  YES: inBoth('Yes', 'Sí'), NO: inBoth('No', 'No'), UNKNOWN: inBoth('Not known', 'No se sabe'),
};

/** What is asked of every lead (BANT): does he look for what we sell, can he pay it, does he decide, does he buy soon. */
export const criteria = ['need', 'budget', 'authority', 'timing'] as const;

export type Criterion = (typeof criteria)[number];

export const criterionLabels: Readonly<Record<Criterion, Bilingual>> = {
  need: inBoth('Need', 'Necesidad'), budget: inBoth('Budget', 'Presupuesto'),
  authority: inBoth('Authority', 'Capacidad de decisión'), timing: inBoth('Timing', 'Momento'),
};

export interface Answered {
  readonly answer: Answer;
  readonly note: string | null;
}

/** The four answers; the budget with its amount in minor units of the company's currency, the timing with the date by which he buys. */
export interface Qualification {
  readonly need: Answered;
  readonly budget: Answered & { readonly amount: number | null };
  readonly authority: Answered;
  readonly timing: Answered & { readonly by: PlainDate | null };
}

type Said<Part> = { readonly [key in keyof Part]?: Part[key] | null | undefined };

/** Answers as entered; undefined leaves what is known, null takes it back. */
export type QualificationInput = { readonly [criterion in Criterion]?: Said<Qualification[criterion]> | undefined };

const open: Answered = { answer: 'UNKNOWN', note: null };
/** Nothing has been asked yet. */
export const nothingKnown: Qualification = { need: open, budget: { ...open, amount: null }, authority: open, timing: { ...open, by: null } };

const longestNote = 1000;

/** What is known with what was said now; refuses what is wrong by its path (`budget.amount`). */
export function answerQualification(known: Qualification, input: QualificationInput): Qualification | Refusal {
  for (const criterion of criteria) {
    const { answer, note } = input[criterion] ?? {};
    if (answer && !answers.includes(answer)) return refuse('INVALID', { field: `${criterion}.answer`, details: { value: answer } });
    if ((note?.length ?? 0) > longestNote) return refuse('TOO_LONG', { field: `${criterion}.note`, details: { maximum: longestNote } });
  }
  const amount = input.budget?.amount === undefined ? known.budget.amount : input.budget.amount;
  if (amount !== null && (!Number.isSafeInteger(amount) || amount < 0)) return refuse('OUT_OF_RANGE', { field: 'budget.amount', details: { minimum: 0 } });
  const said = input.timing?.by;
  const by = said === undefined ? known.timing.by : said?.trim() ? parseDate(said) : null;
  if (isRefused(by)) return { ...by, field: 'timing.by' };
  return {
    need: merge(known.need, input.need),
    budget: { ...merge(known.budget, input.budget), amount },
    authority: merge(known.authority, input.authority),
    timing: { ...merge(known.timing, input.timing), by },
  };
}

function merge(known: Answered, said: Said<Answered> = {}): Answered {
  return {
    answer: said.answer === undefined ? known.answer : said.answer ?? 'UNKNOWN',
    note: said.note === undefined ? known.note : said.note?.trim() || null,
  };
}

/**
 * What still speaks against a lead: a need that is not a yes, and every no. It qualifies when nothing does. Need alone
 * must be sure, because without it there is nothing to sell; who pays, decides and when may be found out on the way
 * (pipeline gates ask for it in their time), but a known no to any of them means effort without a sale.
 */
export const againstQualifying = (qualification: Qualification): readonly Criterion[] =>
  criteria.filter((criterion) => qualification[criterion].answer === 'NO' || (criterion === 'need' && qualification.need.answer !== 'YES'));

/** What the answers advise: only the wrong moment lets a lead rest, any other no ends it, a need makes it an opportunity. */
export function adviceOf(qualification: Qualification): 'QUALIFY' | 'RECYCLE' | 'DISQUALIFY' | 'ASK' {
  const against = criteria.filter((criterion) => qualification[criterion].answer === 'NO');
  if (against.length > 0) return against.every((criterion) => criterion === 'timing') ? 'RECYCLE' : 'DISQUALIFY';
  return qualification.need.answer === 'YES' ? 'QUALIFY' : 'ASK';
}
