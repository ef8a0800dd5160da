import { day, type Instant } from '#calendar';
import { inBoth } from '#facts';
import type { KnownCustomer } from '../known-customer.ts';
import type { QualityCheck } from '../quality-check.ts';

/** What is known is taken for fresh so long after he was last spoken with: about a quarter of it is wrong after a year. */
export const freshForDays = 365;

/** When what is known of him ceases to be fresh; he is as new as his record while nobody has spoken with him. */
export const freshUntil = ({ lastContactAt, customerSince }: Pick<KnownCustomer, 'lastContactAt' | 'customerSince'>): Instant =>
  Math.max(lastContactAt ?? customerSince, customerSince) + freshForDays * day;

/** Who looks after him. */
export const careChecks: readonly QualityCheck[] = [
  {
    key: 'owner', dimension: 'COMPLETENESS', severity: 'MEDIUM', weight: 6, field: 'owner', label: inBoth('Owner', 'Responsable'),
    advice: inBoth('Say who looks after the customer.', 'Indica quién se ocupa del cliente.'),
    holds: ({ hasOwner }) => hasOwner,
  },
  {
    key: 'source', dimension: 'COMPLETENESS', severity: 'LOW', weight: 4, field: 'source', label: inBoth('Source', 'Origen'),
    advice: inBoth('Say where the customer came from.', 'Indica de dónde vino el cliente.'),
    holds: ({ source }) => source !== null,
  },
  {
    key: 'fresh', dimension: 'TIMELINESS', severity: 'MEDIUM', weight: 6, field: 'activities', label: inBoth('Spoken with within a year', 'Contacto en el último año'),
    advice: inBoth('Speak with the customer, check what you know of him, and log the contact.', 'Habla con el cliente, comprueba lo que sabes de él y anota el contacto.'),
    holds: (known, now) => now < freshUntil(known),
  },
];
