/** What the public form knows of how it was filled in. */
export interface FormFilling {
  /** A field that people do not see; whatever fills it is none. */
  readonly honeypot?: string | null | undefined;
  /** From showing the form to sending it; null when the form could not tell. */
  readonly elapsedMs?: number | null | undefined;
  readonly name?: string | null | undefined;
  readonly message?: string | null | undefined;
}

/** What gave a machine away. */
export type AutomationSign = 'HONEYPOT' | 'TOO_FAST' | 'LINK_AS_NAME' | 'MANY_LINKS';

/** Nobody reads a form, writes his name and address and sends it in less. */
const fastestMs = 2500;
const mostLinks = 3;
const link = /https?:\/\/|www\./gi;

/** The sign by which a sending looks like a machine's; null when it looks like a person's, as where nothing is known. */
export function looksAutomated({ honeypot, elapsedMs, name, message }: FormFilling): AutomationSign | null {
  if (honeypot) return 'HONEYPOT';
  if (elapsedMs !== null && elapsedMs !== undefined && elapsedMs < fastestMs) return 'TOO_FAST';
  if (linksIn(name) > 0) return 'LINK_AS_NAME';
  return linksIn(message) > mostLinks ? 'MANY_LINKS' : null;
}

const linksIn = (text: string | null | undefined): number => text?.match(link)?.length ?? 0;
