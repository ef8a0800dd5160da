import { isRefused, type Refusal, refuse } from '#refusal';

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
  /** The words by which somebody consents to be offered things; without them the form does not ask. */
  readonly marketingConsent: string | null;
  /** Where the company says what it does with the data. */
  readonly privacyUrl: string | null;
  readonly thanks: string | null;
}

export type DoorSettingsInput = { readonly [key in keyof DoorSettings]?: DoorSettings[key] | undefined };

const longest = { title: 120, marketingConsent: 2000, privacyUrl: 500, thanks: 500 } as const;

/** Checks a door's name and settings; refuses what is wrong by its path (`settings.privacyUrl`). */
export function prepareDoor(name: string, input: DoorSettingsInput = {}): { readonly name: string; readonly settings: DoorSettings } | Refusal {
  const called = name.replaceAll(/\s+/g, ' ').trim();
  if (called === '') return refuse('REQUIRED', { field: 'name' });
  if (called.length > 80) return refuse('TOO_LONG', { field: 'name', details: { maximum: 80 } });
  const settings = prepareSettings(input);
  return isRefused(settings) ? settings : { name: called, settings };
}

function prepareSettings(input: DoorSettingsInput): DoorSettings | Refusal {
  const text = (key: keyof typeof longest): string | null => input[key]?.trim() || null;
  const tooLong = (Object.keys(longest) as (keyof typeof longest)[]).find((key) => (text(key)?.length ?? 0) > longest[key]);
  if (tooLong) return refuse('TOO_LONG', { field: `settings.${tooLong}`, details: { maximum: longest[tooLong] } });
  const privacyUrl = text('privacyUrl');
  if (privacyUrl && !/^https?:\/\/[^\s"<>]+$/i.test(privacyUrl)) return refuse('INVALID_FORMAT', { field: 'settings.privacyUrl', details: { value: privacyUrl, example: 'https://example.com/privacy' } });
  const strange = input.fields?.find((field) => !formFields.includes(field));
  if (strange) return refuse('INVALID', { field: 'settings.fields', details: { value: strange } });
  return {
    title: text('title'), fields: formFields.filter((field) => input.fields?.includes(field) ?? true), marketingConsent: text('marketingConsent'),
    privacyUrl, thanks: text('thanks'),
  };
}
