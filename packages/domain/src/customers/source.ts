/** Where a customer came from, first touch. */
export const customerSources = [
  'WEB', 'REFERRAL', 'WORD_OF_MOUTH', 'ADVERTISING', 'FAIR', 'VISIT', 'PHONE', 'SOCIAL', 'PARTNER', 'IMPORT', 'SHOP', 'OTHER',
] as const;

export type CustomerSource = (typeof customerSources)[number];

/** What the interface calls each source. */
export const customerSourceLabels: Readonly<Record<CustomerSource, { readonly en: string; readonly es: string }>> = {
  WEB: { en: 'Web', es: 'Web' },
  REFERRAL: { en: 'Referral', es: 'Recomendación' },
  WORD_OF_MOUTH: { en: 'Word of mouth', es: 'Boca a boca' },
  ADVERTISING: { en: 'Advertising', es: 'Publicidad' },
  FAIR: { en: 'Trade fair', es: 'Feria' },
  VISIT: { en: 'Visit', es: 'Visita' },
  PHONE: { en: 'Telephone', es: 'Teléfono' },
  SOCIAL: { en: 'Social networks', es: 'Redes sociales' },
  PARTNER: { en: 'Partner', es: 'Partner' },
  IMPORT: { en: 'Import', es: 'Importación' },
  SHOP: { en: 'Shop', es: 'Tienda' },
  OTHER: { en: 'Other', es: 'Otro' },
};
