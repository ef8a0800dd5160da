import type { CustomField } from '#custom-fields';
import { isRefused, type Refusal, refuse, refuseBecause } from '#refusal';

/** Doors through which interests come in by themselves: a form on a web page, a mailbox, a network's messages. */
export const doorKinds = ['FORM', 'EMAIL', 'SOCIAL'] as const;

export type DoorKind = (typeof doorKinds)[number];

/** What a form asks for beside name and e-mail. */
export const formFields = ['phone', 'organisation', 'message'] as const;

export type FormField = (typeof formFields)[number];

/** What a public form says and asks; texts that are not given are the house's own, in the reader's language. */
export interface DoorSettings {
  readonly title: string | null;
  readonly fields: readonly FormField[];
  /** Names of the company's own fields of leads that it asks for, in the order in which it does. */
  readonly own: readonly string[];
  /** The words by which somebody consents to be offered things; without them the form does not ask. */
  readonly marketingConsent: string | null;
  /** Where the company says what it does with the data. */
  readonly privacyUrl: string | null;
  readonly thanks: string | null;
}

export type DoorSettingsInput = { readonly [key in keyof DoorSettings]?: DoorSettings[key] | undefined };

const mostOwn = 12;

/** Whether a stranger can fill such a field in: links are made by who knows whom they name. */
export const isAskable = ({ type }: Pick<CustomField, 'type'>): boolean => type !== 'CUSTOMER' && type !== 'USER';

const longest = { title: 120, marketingConsent: 2000, privacyUrl: 500, thanks: 500 } as const;

/** Checks a door's name and settings; refuses what is wrong by its path (`settings.privacyUrl`). `fields` are the company's own of leads. */
export function prepareDoor(name: string, input: DoorSettingsInput = {}, fields: readonly CustomField[] = []): { readonly name: string; readonly settings: DoorSettings } | Refusal {
  const called = name.replaceAll(/\s+/g, ' ').trim();
  if (called === '') return refuse('REQUIRED', { field: 'name' });
  if (called.length > 80) return refuse('TOO_LONG', { field: 'name', details: { maximum: 80 } });
  const settings = prepareSettings(input, fields);
  return isRefused(settings) ? settings : { name: called, settings };
}

function prepareSettings(input: DoorSettingsInput, known: readonly CustomField[]): DoorSettings | Refusal {
  const text = (key: keyof typeof longest): string | null => input[key]?.trim() || null;
  const tooLong = (Object.keys(longest) as (keyof typeof longest)[]).find((key) => (text(key)?.length ?? 0) > longest[key]);
  if (tooLong) return refuse('TOO_LONG', { field: `settings.${tooLong}`, details: { maximum: longest[tooLong] } });
  const privacyUrl = text('privacyUrl');
  if (privacyUrl && !/^https?:\/\/[^\s"<>]+$/i.test(privacyUrl)) return refuse('INVALID_FORMAT', { field: 'settings.privacyUrl', details: { value: privacyUrl, example: 'https://example.com/privacy' } });
  const strange = input.fields?.find((field) => !formFields.includes(field));
  if (strange) return refuse('INVALID', { field: 'settings.fields', details: { value: strange } });
  const own = [...new Set(input.own ?? [])];
  const unknown = own.find((name) => !known.some((field) => field.name === name && isAskable(field)));
  if (unknown !== undefined) return refuse('NOT_FOUND', { field: 'settings.own', details: { value: unknown.slice(0, 60) } });
  if (own.length > mostOwn) return refuseBecause('INVALID', 'AT_MOST', { field: 'settings.own', maximum: mostOwn });
  return {
    own, title: text('title'), fields: formFields.filter((field) => input.fields?.includes(field) ?? true), marketingConsent: text('marketingConsent'),
    privacyUrl, thanks: text('thanks'),
  };
}
