/** Street types as they are abbreviated in Spanish, and the word that they stand for. */
const streetTypes: readonly (readonly [RegExp, string])[] = [
  [/^(?:c\/\s*|c\.\/\s*|cl\.?\s+|c\.\s*|calle\s+)/i, 'Calle'],
  [/^(?:avda\.?\s+|avd\.?\s+|av\.\s*|av\s+|avenida\s+)/i, 'Avenida'],
  [/^(?:p[zl]a?z?a?\.\s*|pza\s+|plza\.?\s+|plz\s+|pl\s+|plaza\s+)/i, 'Plaza'],
  [/^(?:p\.?º\.?\s*|pso\.?\s+|p\.o\s+|paseo\s+)/i, 'Paseo'],
  [/^(?:ctra\.?\s+|crta\.?\s+|carretera\s+)/i, 'Carretera'],
  [/^(?:c\.?º\.?\s*|cno\.?\s+|cmno\.?\s+|camino\s+)/i, 'Camino'],
  [/^(?:rda\.?\s+|ronda\s+)/i, 'Ronda'],
  [/^(?:rbla\.?\s+|rambla\s+)/i, 'Rambla'],
  [/^(?:trav\.?\s+|trv\.?\s+|travesía\s+|travesia\s+)/i, 'Travesía'],
  [/^(?:urb\.?\s+|urbanización\s+|urbanizacion\s+)/i, 'Urbanización'],
  [/^(?:pol\.?\s*ind\.?\s+|p\.\s?i\.\s*|polígono industrial\s+|poligono industrial\s+)/i, 'Polígono Industrial'],
  [/^(?:pje\.?\s+|psje\.?\s+|pasaje\s+)/i, 'Pasaje'],
  [/^(?:gta\.?\s+|glorieta\s+)/i, 'Glorieta'],
  [/^(?:bda\.?\s+|barriada\s+)/i, 'Barriada'],
  [/^(?:cjón\.?\s+|cjon\.?\s+|callejón\s+|callejon\s+)/i, 'Callejón'],
];

const spanishSpeaking = new Set([
  'ES', 'MX', 'AR', 'CO', 'CL', 'PE', 'VE', 'EC', 'GT', 'CU', 'BO', 'DO', 'HN', 'PY', 'SV', 'NI', 'CR', 'PA', 'UY', 'PR', 'GQ',
]);

/** A street with its type written out where Spanish is spoken (`C/ Mayor, nº 5` → `Calle Mayor, 5`), spaces in order. */
export function normaliseStreet(text: string, country: string): string {
  const tidy = text.normalize('NFC').replaceAll(/\s+/g, ' ').replaceAll(/\s*,\s*/g, ', ').replace(/[,\s]+$/, '').trim();
  if (!spanishSpeaking.has(country)) return tidy;
  const numbered = tidy.replaceAll(/(?<=[\s,]|^)(?:n\.?\s?[ºo°]\.?|núm\.?|num\.?)\s*(?=\d)/gi, '');
  for (const [abbreviation, word] of streetTypes) {
    const found = abbreviation.exec(numbered);
    if (found) return `${word} ${numbered.slice(found[0].length).trim()}`;
  }
  return numbered;
}
