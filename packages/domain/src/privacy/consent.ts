import { type Channel, channels, type ConsentState } from '#contacts';
import { type Bilingual, inBoth } from '#facts';
import { type Refusal, refuse, refuseBecause } from '#refusal';

/** For what somebody is written to, called, or looked at: offers, what he bought, what he asked, what is guessed of him. */
export const processingPurposes = ['MARKETING', 'SERVICE', 'ANSWER', 'PROFILING'] as const;

export type ProcessingPurpose = (typeof processingPurposes)[number];

export const processingPurposeLabels: Readonly<Record<ProcessingPurpose, Bilingual>> = {
  MARKETING: inBoth('Offers and news', 'Ofertas y novedades'),
  SERVICE: inBoth('Service of what he bought', 'Servicio de lo comprado'),
  ANSWER: inBoth('Answers to what he asked', 'Respuesta a lo que pidió'),
  PROFILING: inBoth('Profiling', 'Elaboración de perfiles'),
};

/** On what the use of somebody's data rests: GDPR article 6 (1) a–f. */
export const lawfulBases = ['CONSENT', 'CONTRACT', 'LEGAL_OBLIGATION', 'VITAL_INTEREST', 'PUBLIC_TASK', 'LEGITIMATE_INTEREST'] as const;

export type LawfulBasis = (typeof lawfulBases)[number];

export const lawfulBasisLabels: Readonly<Record<LawfulBasis, Bilingual>> = {
  CONSENT: inBoth('Consent', 'Consentimiento'),
  CONTRACT: inBoth('Contract', 'Contrato'),
  LEGAL_OBLIGATION: inBoth('Legal obligation', 'Obligación legal'),
  VITAL_INTEREST: inBoth('Vital interest', 'Interés vital'),
  PUBLIC_TASK: inBoth('Public task', 'Interés público'),
  LEGITIMATE_INTEREST: inBoth('Legitimate interest', 'Interés legítimo'),
};

/** A statement as it is recorded; what is not said is null. */
export interface ConsentInput {
  readonly channel: string;
  readonly state: string;
  readonly purpose?: string | undefined;
  readonly lawfulBasis?: string | undefined;
  /** Through what it reached us, in short: a form, a call, a preference page. */
  readonly source?: string | null | undefined;
  /** Where the proof lies: a recording, a ticket, a signed sheet. */
  readonly proof?: string | null | undefined;
  /** The words that he was shown. */
  readonly wording?: string | null | undefined;
  /** The document he was shown, with its version. */
  readonly document?: string | null | undefined;
  readonly validUntil?: number | null | undefined;
  /** When he said so; UTC milliseconds, now when not given. */
  readonly givenAt?: number | undefined;
}

export interface PreparedConsent {
  readonly channel: Channel;
  readonly state: ConsentState;
  readonly purpose: ProcessingPurpose;
  readonly lawfulBasis: LawfulBasis;
  readonly source: string | null;
  readonly proof: string | null;
  readonly wording: string | null;
  readonly document: string | null;
  readonly validUntil: number | null;
  readonly givenAt: number;
}

const longest = { source: 200, proof: 2000, wording: 2000, document: 200 } as const;

/** Brings a statement into the form in which it is kept. A no needs nothing but the channel: withdrawing is as easy as giving. */
export function prepareConsent(input: ConsentInput, now: number): PreparedConsent | Refusal {
  const among = <Choice extends string>(field: 'channel' | 'state' | 'purpose' | 'lawfulBasis', choices: readonly Choice[], value: string): Choice | Refusal =>
    choices.find((one) => one === value) ?? refuseBecause('INVALID', 'CHOICES', { field, choices: choices.join(', ') });
  const channel = among('channel', channels, input.channel);
  if (typeof channel !== 'string') return channel;
  const state = among('state', ['GRANTED', 'DENIED'], input.state);
  if (typeof state !== 'string') return state;
  const purpose = among('purpose', processingPurposes, input.purpose ?? 'MARKETING');
  if (typeof purpose !== 'string') return purpose;
  const lawfulBasis = among('lawfulBasis', lawfulBases, input.lawfulBasis ?? 'CONSENT');
  if (typeof lawfulBasis !== 'string') return lawfulBasis;
  for (const field of ['source', 'proof', 'wording', 'document'] as const) {
    if ((input[field]?.length ?? 0) > longest[field]) return refuse('TOO_LONG', { field, details: { maximum: longest[field] } });
  }
  const givenAt = input.givenAt ?? now;
  if (givenAt > now) return refuseBecause('OUT_OF_RANGE', 'NOT_YET', { field: 'givenAt' });
  const validUntil = input.validUntil ?? null;
  if (validUntil !== null && validUntil <= givenAt) return refuseBecause('OUT_OF_RANGE', 'ENDS_BEFORE', { field: 'validUntil' });
  const [source, proof, wording, document] = [input.source, input.proof, input.wording, input.document].map((text) => text?.trim() || null);
  return { channel, state, purpose, lawfulBasis, source: source!, proof: proof!, wording: wording!, document: document!, validUntil: state === 'GRANTED' ? validUntil : null, givenAt };
}
