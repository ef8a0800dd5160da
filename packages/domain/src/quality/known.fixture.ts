import { day } from '#calendar';
import type { KnownCustomer, KnownPoint } from './index.ts';

export const now = Date.UTC(2026, 5, 15, 10);

export const point = (kind: KnownPoint['kind'], normalised: string, more: Partial<KnownPoint> = {}): KnownPoint => ({ kind, normalised, valid: true, bounced: false, ...more });

/** An organisation of which everything is known. */
export const whole: KnownCustomer = {
  kind: 'ORGANISATION', name: 'Bodegas Ríos SL', givenName: null, familyName: null, taxId: 'B58378431', taxCountry: 'ES', iban: null, language: 'es', preferredChannel: 'EMAIL',
  source: 'FAIR', hasOwner: true, doNotContact: false, country: 'ES', tags: [], contactPoints: [point('EMAIL', 'info@bodegasrios.es'), point('PHONE', '+34941234567')],
  addresses: [{ kind: 'BILLING', street: 'Calle Mayor 1', city: 'Logroño', province: 'La Rioja', postalCode: '26001', country: 'ES' }],
  contacts: 1, consentAsked: true, possibleDuplicates: 0, customerSince: now - 900 * day, lastContactAt: now - 10 * day, revenue12m: 1_200_000,
};
