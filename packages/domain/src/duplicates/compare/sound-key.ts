/**
 * How a word sounds to Spanish ears, in consonants: `Jiménez` and `Giménez`, `Vázquez` and `Basquez`, `Echeverría` and
 * `Etxeberria` are one. Takes words as `keyWords` makes them.
 */
export function soundKey(word: string): string {
  const sounds = word
    .replaceAll(/tx|tz|ch/g, 'x')
    .replaceAll('ph', 'f')
    .replaceAll('qu', 'k')
    .replaceAll(/gu(?=[ei])/g, 'q')
    .replaceAll(/g(?=[ei])/g, 'j')
    .replaceAll(/[cs]c?(?=[ei])|[zçs]/g, 's')
    .replaceAll(/[cq]/g, 'k')
    .replaceAll(/[vw]/g, 'b')
    .replaceAll('ll', 'y')
    .replaceAll('h', '')
    .replaceAll(/(.)\1+/g, '$1');
  const [first = '', ...rest] = sounds;
  return first + rest.join('').replaceAll(/[aeiouy]/g, '');
}
