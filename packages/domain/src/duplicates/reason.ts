/** What speaks for or against two records being one customer. */
export const duplicateReasonKinds = [
  'SAME_TAX_ID', 'SAME_EXTERNAL_ID', 'SAME_EMAIL', 'EMAIL_ALIKE', 'SAME_DOMAIN', 'SAME_MOBILE', 'SAME_PHONE',
  'SAME_NAME', 'SAME_NAME_SWAPPED', 'NAME_ALIKE', 'FAMILY_NAME_ALIKE', 'GIVEN_NAME_ALIKE',
  'SAME_BIRTH_DATE', 'BIRTH_DATE_SWAPPED', 'BIRTH_DATE_ALIKE',
  'SAME_ADDRESS', 'SAME_STREET', 'ADDRESS_ALIKE', 'SAME_PLACE',
  'OTHER_TAX_ID', 'OTHER_GIVEN_NAME', 'OTHER_FAMILY_NAME', 'OTHER_NAME', 'OTHER_BIRTH_DATE', 'OTHER_ADDRESS', 'OTHER_PLACE',
] as const;

export type DuplicateReasonKind = (typeof duplicateReasonKinds)[number];

/**
 * One reason with its points. A point halves the chance that it is a coincidence (it is a bit of evidence, after
 * Fellegi and Sunter 1969); points below zero speak against it.
 */
export interface DuplicateReason {
  readonly kind: DuplicateReasonKind;
  readonly points: number;
}

/** Each reason in words. */
export const duplicateReasonLabels: Readonly<Record<DuplicateReasonKind, { readonly en: string; readonly es: string }>> = {
  SAME_TAX_ID: { en: 'Same tax number', es: 'Mismo NIF' },
  SAME_EXTERNAL_ID: { en: 'Same id in another system', es: 'Mismo id en otro sistema' },
  SAME_EMAIL: { en: 'Same e-mail', es: 'Mismo correo' },
  EMAIL_ALIKE: { en: 'Similar e-mail', es: 'Correo parecido' },
  SAME_DOMAIN: { en: 'Same domain on the web', es: 'Mismo dominio web' },
  SAME_MOBILE: { en: 'Same mobile', es: 'Mismo móvil' },
  SAME_PHONE: { en: 'Same telephone', es: 'Mismo teléfono' },
  SAME_NAME: { en: 'Same name', es: 'Mismo nombre' },
  SAME_NAME_SWAPPED: { en: 'Same name, given and family name swapped', es: 'Mismo nombre, con nombre y apellidos cambiados' },
  NAME_ALIKE: { en: 'Very similar name', es: 'Nombre muy parecido' },
  FAMILY_NAME_ALIKE: { en: 'Same family name', es: 'Mismos apellidos' },
  GIVEN_NAME_ALIKE: { en: 'Same given name', es: 'Mismo nombre de pila' },
  SAME_BIRTH_DATE: { en: 'Same date of birth', es: 'Misma fecha de nacimiento' },
  BIRTH_DATE_SWAPPED: { en: 'Same date of birth, day and month swapped', es: 'Misma fecha de nacimiento, con día y mes cambiados' },
  BIRTH_DATE_ALIKE: { en: 'Similar date of birth', es: 'Fecha de nacimiento parecida' },
  SAME_ADDRESS: { en: 'Same address', es: 'Misma dirección' },
  SAME_STREET: { en: 'Same street', es: 'Misma calle' },
  ADDRESS_ALIKE: { en: 'Similar address', es: 'Dirección parecida' },
  SAME_PLACE: { en: 'Same place', es: 'Misma población' },
  OTHER_TAX_ID: { en: 'Another tax number', es: 'Otro NIF' },
  OTHER_GIVEN_NAME: { en: 'Another given name', es: 'Otro nombre de pila' },
  OTHER_FAMILY_NAME: { en: 'Another family name', es: 'Otros apellidos' },
  OTHER_NAME: { en: 'Another name', es: 'Otro nombre' },
  OTHER_BIRTH_DATE: { en: 'Another date of birth', es: 'Otra fecha de nacimiento' },
  OTHER_ADDRESS: { en: 'Another address', es: 'Otra dirección' },
  OTHER_PLACE: { en: 'Another place', es: 'Otra población' },
};

/** What speaks for it, or against it, as one line: «Same telephone; very similar name». */
export function tellReasons(reasons: readonly DuplicateReason[], language: 'en' | 'es', side: 'FOR' | 'AGAINST' = 'FOR'): string {
  const labels = reasons.filter(({ points }) => (side === 'FOR' ? points > 0 : points < 0)).map(({ kind }) => duplicateReasonLabels[kind][language]);
  return labels.map((label, at) => (at === 0 ? label : label.slice(0, 1).toLowerCase() + label.slice(1))).join('; ');
}
