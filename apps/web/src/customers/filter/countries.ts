const names = new Map<string, Intl.DisplayNames>();

/** ES is Spain and España; what is no code of a country stays as it is. */
export function fromCode(language: 'en' | 'es', code: string): string {
  const known = names.get(language) ?? new Intl.DisplayNames(language, { type: 'region' });
  names.set(language, known);
  try {
    return known.of(code) ?? code;
  } catch {
    return code;
  }
}
