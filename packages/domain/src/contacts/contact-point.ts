import { normaliseEmail, normalisePhone, searchKey } from '#identity';
import { isRefused, type Refusal, refuse } from '#refusal';
import type { Channel } from './channel.ts';

/** Where a customer is reached. */
export const contactPointKinds = ['EMAIL', 'PHONE', 'MOBILE', 'MESSAGING', 'WEBSITE', 'SOCIAL'] as const;

export type ContactPointKind = (typeof contactPointKinds)[number];

export interface ContactPointInput {
  readonly kind: ContactPointKind;
  readonly value: string;
  /** What it is for, in the customer's words (`centralita`). */
  readonly label?: string | null | undefined;
}

/** A contact point as stored: shown as it was typed, compared by (kind, normalised). */
export interface ContactPoint {
  readonly kind: ContactPointKind;
  readonly value: string;
  readonly normalised: string;
  readonly label: string | null;
  /** False for a telephone number that no numbering plan has; it is kept, so that nothing typed is lost. */
  readonly valid: boolean;
  readonly extension: string | null;
}

const longestValue = 254;
const longestLabel = 60;

/** Brings a contact point into the form in which it is stored, telephones as of the country; refuses what it is not. */
export function prepareContactPoint(input: ContactPointInput, country: string): ContactPoint | Refusal {
  const label = input.label?.trim() || null;
  if (label && label.length > longestLabel) return refuse('TOO_LONG', { field: 'label', details: { maximum: longestLabel } });
  if (input.value.length > longestValue) return refuse('TOO_LONG', { field: 'value', details: { maximum: longestValue } });
  if (input.value.trim() === '') return refuse('REQUIRED', { field: 'value' });
  const read = readValue(input.kind, input.value, country);
  return isRefused(read) ? { ...read, field: 'value' } : { value: input.value.trim(), label, extension: null, ...read };
}

/** Every point once, the first label kept; refuses with the path of the first that is wrong (`contactPoints.1.value`). */
export function prepareContactPoints(inputs: readonly ContactPointInput[], country: string): ContactPoint[] | Refusal {
  const points = new Map<string, ContactPoint>();
  for (const [index, input] of inputs.entries()) {
    const point = prepareContactPoint(input, country);
    if (isRefused(point)) return { ...point, field: `contactPoints.${index}.${point.field}` };
    const key = `${point.kind} ${point.normalised}`;
    if (!points.has(key)) points.set(key, point);
  }
  return [...points.values()];
}

/** The channel that a contact point serves; null where no message goes. */
export function channelOf(kind: ContactPointKind): Channel | null {
  switch (kind) {
    case 'EMAIL': return 'EMAIL';
    case 'PHONE': case 'MOBILE': return 'PHONE';
    case 'MESSAGING': return 'MESSAGING';
    case 'WEBSITE': case 'SOCIAL': return null;
    default: return kind satisfies never;
  }
}

type Read = Pick<ContactPoint, 'kind' | 'normalised' | 'valid'> & { readonly extension?: string | null };

function readValue(kind: ContactPointKind, value: string, country: string): Read | Refusal {
  switch (kind) {
    case 'EMAIL': return told(normaliseEmail(value), kind);
    case 'PHONE': case 'MOBILE': return readPhone(kind, value, country);
    case 'MESSAGING': return readMessaging(value, country);
    case 'WEBSITE': return told(normaliseWebsite(value), kind);
    case 'SOCIAL': return { kind, normalised: searchKey(value), valid: true };
    default: return kind satisfies never;
  }
}

const told = (value: string | Refusal, kind: ContactPointKind): Read | Refusal => (isRefused(value) ? value : { kind, normalised: value, valid: true });

/** What the numbering plan says of a number, mobile or not, beats what was said; where it does not tell, it stays. */
function readPhone(kind: 'PHONE' | 'MOBILE', value: string, country: string): Read | Refusal {
  const phone = normalisePhone(value, country);
  if (isRefused(phone)) return phone;
  return { kind: phone.mobile ? 'MOBILE' : kind, normalised: phone.e164, valid: phone.valid, extension: phone.extension };
}

/** A messenger goes by telephone number or by a name of its own. */
function readMessaging(value: string, country: string): Read {
  const phone = /^[+(\d]/.test(value.trim()) ? normalisePhone(value, country) : null;
  return phone && !isRefused(phone)
    ? { kind: 'MESSAGING', normalised: phone.e164, valid: phone.valid }
    : { kind: 'MESSAGING', normalised: searchKey(value), valid: true };
}

function normaliseWebsite(text: string): string | Refusal {
  const found = /^(?:(https?):\/\/)?([\p{L}\p{N}.-]+\.\p{L}{2,}(?::\d+)?)(\/\S*|\?\S*|#\S*)?$/iu.exec(text.trim());
  if (!found) return refuse('INVALID_FORMAT', { details: { value: text, example: 'https://empresa.es' } });
  const [, scheme = 'https', host = '', path = ''] = found;
  return `${scheme.toLowerCase()}://${host.toLowerCase()}${path === '/' ? '' : path}`;
}
