type Language = 'en' | 'es';

/** Making a formatter costs more than formatting a thousand values: each is made once. */
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();
const spans = new Map<string, Intl.RelativeTimeFormat>();

function kept<F>(cache: Map<string, F>, key: string, make: () => F): F {
  const known = cache.get(key);
  if (known) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

/** Dates are written as in Europe in both languages: 1 Nov 2026, 1 nov 2026. */
export const localeOf = (language: Language): string => (language === 'en' ? 'en-GB' : 'es-ES');

export const numberFormat = (language: Language, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  kept(numbers, language + JSON.stringify(options), () =>
    // Spanish leaves 4500 ungrouped by default, and columns no longer line up.
    new Intl.NumberFormat(localeOf(language), { useGrouping: 'always', ...options }));

export const dateFormat = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept(dates, language + JSON.stringify(options), () => new Intl.DateTimeFormat(localeOf(language), options));

export const spanFormat = (language: Language): Intl.RelativeTimeFormat =>
  kept(spans, language, () => new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }));
