import { english, type Reason, type Shown } from './english.ts';
import { spanish } from './spanish.ts';

export { type Reason };

/** The text of a reason in a language; undefined when there is none of that name. */
export function reasonText(because: string, shown: Shown, language: 'en' | 'es'): string | undefined {
  const texts: Readonly<Record<string, (shown: Shown) => string>> = language === 'es' ? spanish : english;
  return Object.hasOwn(texts, because) ? texts[because]?.(shown) : undefined;
}
