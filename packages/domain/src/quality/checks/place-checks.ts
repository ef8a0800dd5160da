import { normalisePostalCode, provinceOfPostalCode } from '#contacts';
import { inBoth } from '#facts';
import { searchKey } from '#identity';
import type { KnownCustomer } from '../known-customer.ts';
import type { QualityCheck } from '../quality-check.ts';

/** Other names of provinces, by which people write them. */
const alsoCalled: Readonly<Record<string, string>> = {
  araba: 'alava', 'araba/alava': 'alava', alacant: 'alicante', baleares: 'illes balears', 'islas baleares': 'illes balears', castello: 'castellon', 'la coruna': 'a coruna', coruna: 'a coruna',
  gerona: 'girona', guipuzcoa: 'gipuzkoa', lerida: 'lleida', orense: 'ourense', vizcaya: 'bizkaia', tenerife: 'santa cruz de tenerife', nafarroa: 'navarra', rioja: 'la rioja', logrono: 'la rioja',
  santander: 'cantabria', oviedo: 'asturias', pamplona: 'navarra',
};

const provinceKey = (name: string): string => {
  const key = searchKey(name);
  return alsoCalled[key] ?? key;
};

const main = ({ addresses }: KnownCustomer) => addresses[0];

function postalCodeFits(known: KnownCustomer): boolean | null {
  const { postalCode, country } = main(known) ?? {};
  return postalCode && country ? normalisePostalCode(postalCode, country).fits : null;
}

/** Of Spain alone, whose postal codes begin with the province. */
function provinceAgrees(known: KnownCustomer): boolean | null {
  const { postalCode, country, province } = main(known) ?? {};
  const told = country === 'ES' && postalCode ? provinceOfPostalCode(postalCode) : null;
  return told === null || !province ? null : provinceKey(province) === provinceKey(told);
}

/** Where he is. */
export const placeChecks: readonly QualityCheck[] = [
  {
    key: 'addressWhole', dimension: 'COMPLETENESS', severity: 'MEDIUM', weight: 8, field: 'address', label: inBoth('Whole address', 'Dirección completa'),
    advice: inBoth('Fill in street, city and postal code.', 'Rellena la calle, la ciudad y el código postal.'),
    holds: (known) => {
      const address = main(known);
      return address !== undefined && [address.street, address.city, address.postalCode, address.country].every(Boolean);
    },
  },
  {
    key: 'postalCodeFits', dimension: 'VALIDITY', severity: 'MEDIUM', weight: 4, field: 'address', label: inBoth('Valid postal code', 'Código postal válido'),
    advice: inBoth('The postal code does not have the form of its country: correct either.', 'El código postal no tiene la forma de su país: corrige uno de los dos.'),
    holds: postalCodeFits,
  },
  {
    key: 'provinceAgrees', dimension: 'CONSISTENCY', severity: 'MEDIUM', weight: 4, field: 'address', label: inBoth('Province as the postal code says', 'Provincia según el código postal'),
    advice: inBoth('The postal code is of another province: correct either.', 'El código postal es de otra provincia: corrige uno de los dos.'),
    holds: provinceAgrees,
  },
  {
    key: 'countryKnown', dimension: 'COMPLETENESS', severity: 'MEDIUM', weight: 6, field: 'address', label: inBoth('Country', 'País'),
    advice: inBoth('Add an address, a tax number or a telephone with its prefix: any of them tells the country.', 'Añade una dirección, un número fiscal o un teléfono con prefijo: cualquiera de ellos dice el país.'),
    holds: ({ country }) => country !== null,
  },
];
