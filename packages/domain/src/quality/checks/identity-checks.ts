import { inBoth } from '#facts';
import { searchKey, validateTaxId } from '#identity';
import { isRefused } from '#refusal';
import type { KnownCustomer } from '../known-customer.ts';
import type { QualityCheck } from '../quality-check.ts';

/** Words that people type where a form wants a name. */
const noNames = new Set([
  'test', 'testing', 'prueba', 'pruebas', 'asdf', 'qwerty', 'nombre', 'name', 'cliente', 'customer', 'sin nombre', 'no name', 'desconocido', 'unknown', 'anonimo',
  'anonymous', 'n/a', 'na', 'none', 'null', 'undefined', 'pendiente', 'por definir', 'tbd',
]);

/** Whether a text is a name and not a placeholder, an e-mail, a number or one letter again and again. */
export function isRealName(name: string): boolean {
  const key = searchKey(name);
  const letters = key.replaceAll(/[^\p{L}]/gu, '');
  if (letters === '' || noNames.has(key) || key.includes('@') || /^(?:(?:test|prueba|asdf)[\s\d]*)+$/.test(key)) return false;
  // «3M», «O2» and «王» are names; «x» and «xxx» are not.
  return new Set(letters).size > 1 || !/^[a-z]/.test(letters) || /\d/.test(key);
}

/** Null without a tax number, and where no check of the country's is known. */
function taxIdValid({ taxId, taxCountry, country }: KnownCustomer): boolean | null {
  const of = taxCountry ?? country;
  if (taxId === null || of === null) return null;
  const read = validateTaxId(taxId, of);
  return isRefused(read) ? false : read.valid || null;
}

/** The number says what he is: in Spain a CIF is an organisation's, a NIE a person's; a NIF may be a sole trader's. */
function kindAgrees({ kind, taxId, taxCountry }: KnownCustomer): boolean | null {
  if (taxId === null || taxCountry !== 'ES') return null;
  const read = validateTaxId(taxId, 'ES');
  return isRefused(read) || read.kind !== 'CIF' ? null : kind === 'ORGANISATION';
}

/** Who he is. */
export const identityChecks: readonly QualityCheck[] = [
  {
    key: 'realName', dimension: 'VALIDITY', severity: 'HIGH', weight: 12, field: 'name', label: inBoth('Real name', 'Nombre de verdad'),
    advice: inBoth('Write what the customer is called; a placeholder, an e-mail or a number is no name.', 'Escribe cómo se llama el cliente; un texto de prueba, un correo o un número no es un nombre.'),
    holds: ({ name }) => isRealName(name),
  },
  {
    key: 'wholeName', dimension: 'COMPLETENESS', severity: 'LOW', weight: 3, field: 'name', label: inBoth('Given and family name', 'Nombre y apellidos'),
    advice: inBoth('Write given and family name apart, so that messages greet properly.', 'Escribe el nombre y los apellidos por separado, para que los mensajes saluden bien.'),
    holds: ({ kind, givenName, familyName }) => (kind === 'PERSON' ? givenName !== null && familyName !== null : null),
  },
  {
    key: 'taxIdPresent', dimension: 'COMPLETENESS', severity: 'HIGH', weight: 12, field: 'taxId', label: inBoth('Tax number', 'Número fiscal'),
    advice: inBoth('Ask for the tax number: without it no invoice can be issued.', 'Pide el número fiscal: sin él no se puede emitir factura.'),
    holds: ({ kind, taxId }) => (kind === 'ORGANISATION' ? taxId !== null : null),
  },
  {
    key: 'taxIdValid', dimension: 'VALIDITY', severity: 'HIGH', weight: 8, field: 'taxId', label: inBoth('Valid tax number', 'Número fiscal válido'),
    advice: inBoth('Compare the tax number with the document: its form or check digit is wrong.', 'Compara el número fiscal con el documento: su forma o su dígito de control no es correcto.'),
    holds: taxIdValid,
  },
  {
    key: 'kindAgrees', dimension: 'CONSISTENCY', severity: 'MEDIUM', weight: 4, field: 'kind', label: inBoth('Person or organisation as the tax number says', 'Persona u organización según el número fiscal'),
    advice: inBoth('The tax number is an organisation’s, and this is kept as a person: correct one of the two.', 'El número fiscal es de una organización y está como persona: corrige uno de los dos.'),
    holds: kindAgrees,
  },
  {
    key: 'noDuplicate', dimension: 'UNIQUENESS', severity: 'HIGH', weight: 10, field: 'duplicates', label: inBoth('No possible duplicate', 'Sin posible duplicado'),
    advice: inBoth('Compare with who may be the same customer: merge them, or say that they are two.', 'Compáralo con quien puede ser el mismo cliente: únelos o di que son dos.'),
    holds: ({ possibleDuplicates }) => possibleDuplicates === 0,
  },
];
