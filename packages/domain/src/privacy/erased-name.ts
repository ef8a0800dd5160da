/** How somebody who was erased is called for ever: a mark made of the random end of his id, the same whenever it is made. */
export function erasedName(id: string, kind: 'PERSON' | 'ORGANISATION', language: 'en' | 'es'): string {
  const mark = id.slice(-6).toUpperCase();
  if (language === 'es') return kind === 'PERSON' ? `Persona borrada ${mark}` : `Organización borrada ${mark}`;
  return kind === 'PERSON' ? `Erased person ${mark}` : `Erased organisation ${mark}`;
}
