import type { Bilingual } from '#facts';

/** What the first letter of a Spanish NIF of an entity says (Orden EHA/451/2008, art. 3); the tag is its short name. */
const forms: Readonly<Record<string, Bilingual & { readonly tag: string }>> = {
  A: { tag: 's.a.', en: 'public limited company', es: 'sociedad anónima' },
  B: { tag: 's.l.', en: 'limited company', es: 'sociedad limitada' },
  C: { tag: 's.c.', en: 'general partnership', es: 'sociedad colectiva' },
  D: { tag: 's.com.', en: 'limited partnership', es: 'sociedad comanditaria' },
  E: { tag: 'c.b.', en: 'joint ownership', es: 'comunidad de bienes' },
  F: { tag: 's.coop.', en: 'cooperative', es: 'cooperativa' },
  G: { tag: 'asociación', en: 'association', es: 'asociación' },
  H: { tag: 'comunidad', en: 'owners’ association', es: 'comunidad de propietarios' },
  J: { tag: 's.civil', en: 'civil partnership', es: 'sociedad civil' },
  N: { tag: 'extranjera', en: 'foreign entity', es: 'entidad extranjera' },
  P: { tag: 'ayuntamiento', en: 'local authority', es: 'corporación local' },
  Q: { tag: 'organismo público', en: 'public body', es: 'organismo público' },
  R: { tag: 'entidad religiosa', en: 'religious body', es: 'congregación o institución religiosa' },
  S: { tag: 'administración', en: 'public administration', es: 'administración pública' },
  U: { tag: 'ute', en: 'temporary joint venture', es: 'unión temporal de empresas' },
  V: { tag: 'otra entidad', en: 'other entity', es: 'otro tipo de entidad' },
  W: { tag: 'establecimiento permanente', en: 'permanent establishment of a foreign entity', es: 'establecimiento permanente de entidad no residente' },
};

/** The legal form of a Spanish organisation by its valid tax number; undefined for a letter that says none. */
export const legalFormOf = (cif: string): (Bilingual & { readonly tag: string }) | undefined => forms[cif.slice(0, 1)];
