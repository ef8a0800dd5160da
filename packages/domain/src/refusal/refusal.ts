import type { Reason } from './reasons/index.ts';

/** Every reason for which the product says no. The codes are part of the API: never rename one. */
export const refusalCodes = [
  'ALREADY_EXISTS',
  'CONFLICT',
  'FORBIDDEN',
  'GATE_NOT_MET',
  'IDEMPOTENCY_MISMATCH',
  'INVALID',
  'INVALID_CHECKSUM',
  'INVALID_FORMAT',
  'LEAD_CLOSED',
  'LEAD_NOT_QUALIFIED',
  'NOT_FOUND',
  'OPPORTUNITY_CLOSED',
  'OUT_OF_RANGE',
  'POSSIBLE_DUPLICATE',
  'REQUIRED',
  'RULE_INVALID',
  'STALE_VERSION',
  'TOO_LONG',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** An expected "no", handed back as a value: why, which input it is about, and what fills the message. */
export interface Refusal {
  readonly refused: true;
  readonly code: RefusalCode;
  /** Path of the input that is at fault, as the caller named it (`contactPoints.0.value`). */
  readonly field?: string;
  /** Values that the message shows, and that a program may read. */
  readonly details?: Readonly<Record<string, string | number>>;
}

export function refuse(
  code: RefusalCode,
  about: { field?: string; details?: Readonly<Record<string, string | number>> } = {},
): Refusal {
  return { refused: true, code, ...about };
}

/** A refusal with a reason that has its words in every language; `details` are what the words show. */
export function refuseBecause(
  code: RefusalCode, because: Reason, { field, ...details }: Readonly<Record<string, string | number>> & { readonly field?: string } = {},
): Refusal {
  return refuse(code, { ...(field ? { field } : {}), details: { ...details, because } });
}

export function isRefused(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && (answer as { refused?: unknown }).refused === true;
}
