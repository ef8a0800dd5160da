import { inBoth } from '#facts';
import { normaliseEmail, normalisePhone, type Phone } from '#identity';
import { isRefused } from '#refusal';
import type { KnownCustomer, KnownPoint } from '../known-customer.ts';
import type { QualityCheck } from '../quality-check.ts';

const emailsOf = ({ contactPoints }: KnownCustomer): readonly KnownPoint[] => contactPoints.filter(({ kind }) => kind === 'EMAIL');
const phonesOf = ({ contactPoints }: KnownCustomer): readonly KnownPoint[] => contactPoints.filter(({ kind }) => kind === 'PHONE' || kind === 'MOBILE');

const emailHolds = ({ normalised, valid, bounced }: KnownPoint): boolean => valid && !bounced && !isRefused(normaliseEmail(normalised));

const phoneHolds = ({ valid, bounced }: KnownPoint): boolean => valid && !bounced;

const every = (points: readonly KnownPoint[], holds: (point: KnownPoint) => boolean): boolean | null => (points.length === 0 ? null : points.every(holds));

/** A telephone with its numbering plan; undefined for what is none. */
export function readPhone({ normalised }: KnownPoint, country: string): Phone | undefined {
  const read = normalisePhone(normalised, country);
  return isRefused(read) ? undefined : read;
}

/** Whether one of his telephones is of his country; null without both. */
function prefixAgrees(known: KnownCustomer): boolean | null {
  const { country } = known;
  if (country === null) return null;
  const countries = phonesOf(known).flatMap((point) => readPhone(point, country)?.country ?? []);
  return countries.length === 0 ? null : countries.includes(country);
}

/** How he is reached. */
export const reachChecks: readonly QualityCheck[] = [
  {
    key: 'reachable', dimension: 'COMPLETENESS', severity: 'HIGH', weight: 15, field: 'contactPoints', label: inBoth('Reachable', 'Localizable'),
    advice: inBoth('Add an e-mail or a telephone that works.', 'Añade un correo o un teléfono que funcione.'),
    holds: (known) => emailsOf(known).some(emailHolds) || phonesOf(known).some(phoneHolds),
  },
  {
    key: 'emailValid', dimension: 'VALIDITY', severity: 'MEDIUM', weight: 6, field: 'contactPoints', label: inBoth('E-mails that work', 'Correos que funcionan'),
    advice: inBoth('Correct or remove the e-mail that bounced or is malformed.', 'Corrige o quita el correo que rebotó o está mal escrito.'),
    holds: (known) => every(emailsOf(known), emailHolds),
  },
  {
    key: 'phoneValid', dimension: 'VALIDITY', severity: 'MEDIUM', weight: 6, field: 'contactPoints', label: inBoth('Telephones that exist', 'Teléfonos que existen'),
    advice: inBoth('Correct or remove the telephone that no numbering plan has.', 'Corrige o quita el teléfono que no existe en ningún plan de numeración.'),
    holds: (known) => every(phonesOf(known), phoneHolds),
  },
  {
    key: 'prefixAgrees', dimension: 'CONSISTENCY', severity: 'LOW', weight: 3, field: 'contactPoints', label: inBoth('Telephone of his country', 'Teléfono de su país'),
    advice: inBoth('No telephone is of the customer’s country: check the prefix or the address.', 'Ningún teléfono es del país del cliente: comprueba el prefijo o la dirección.'),
    holds: prefixAgrees,
  },
  {
    key: 'contactPerson', dimension: 'COMPLETENESS', severity: 'MEDIUM', weight: 8, field: 'contacts', label: inBoth('Contact person', 'Persona de contacto'),
    advice: inBoth('Add somebody who acts for the organisation.', 'Añade a alguien que actúe por la organización.'),
    holds: ({ kind, contacts }) => (kind === 'ORGANISATION' ? contacts > 0 : null),
  },
  {
    key: 'consentAsked', dimension: 'COMPLETENESS', severity: 'MEDIUM', weight: 5, field: 'consents', label: inBoth('Consent asked', 'Consentimiento preguntado'),
    advice: inBoth('Ask whether and how the customer wants to hear from you, and note the answer.', 'Pregunta si quiere recibir noticias y por dónde, y anota la respuesta.'),
    holds: ({ consentAsked, doNotContact }) => (doNotContact ? null : consentAsked),
  },
  {
    key: 'language', dimension: 'COMPLETENESS', severity: 'LOW', weight: 3, field: 'language', label: inBoth('Language', 'Idioma'),
    advice: inBoth('Say in which language to write to the customer.', 'Indica en qué idioma escribirle.'),
    holds: ({ language }) => language !== null,
  },
  {
    key: 'preferredChannel', dimension: 'COMPLETENESS', severity: 'LOW', weight: 2, field: 'preferredChannel', label: inBoth('Preferred channel', 'Canal preferido'),
    advice: inBoth('Ask by which channel the customer prefers to be reached.', 'Pregunta por qué canal prefiere que le contacten.'),
    holds: ({ preferredChannel, doNotContact }) => (doNotContact ? null : preferredChannel !== null),
  },
];
