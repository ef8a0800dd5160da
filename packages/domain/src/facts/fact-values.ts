import { inBoth } from './declare-fact.ts';
import type { Bilingual } from './fact.ts';

type Labels = Readonly<Record<string, Bilingual>>;

export const customerKinds: Labels = {
  PERSON: inBoth('Person', 'Persona'),
  ORGANISATION: inBoth('Organisation', 'Organización'),
};

export const consentStates: Labels = {
  GRANTED: inBoth('Granted', 'Concedido'),
  DENIED: inBoth('Denied', 'Denegado'),
};

export const cyclePhases: Labels = {
  TRACTION: inBoth('Traction', 'Tracción'),
  QUALIFICATION: inBoth('Qualification', 'Cualificación'),
  OPPORTUNITY: inBoth('Opportunity', 'Oportunidad'),
  QUOTATION: inBoth('Quotation', 'Cotización'),
  DELIVERY: inBoth('Delivery', 'Entrega'),
  BILLING: inBoth('Billing', 'Facturación y cobro'),
  AFTER_SALES: inBoth('After-sales', 'Posventa'),
  CLOSED: inBoth('Closed', 'Cerrado'),
};

export const cycleOutcomes: Labels = {
  RECURRENT: inBoth('Recurrent', 'Recurrente'),
  REFERRED: inBoth('Referred', 'Recomendado'),
  RECURRENT_AND_REFERRED: inBoth('Recurrent and referred', 'Recurrente y recomendado'),
  LOST: inBoth('Lost', 'Perdido'),
  DISQUALIFIED: inBoth('Disqualified', 'Descualificado'),
};

export const rhythmBases: Labels = {
  OWN: inBoth('Own', 'Propio'),
  BLENDED: inBoth('Blended', 'Mezclado'),
  FALLBACK: inBoth('Usual for the line', 'El habitual de la línea'),
};

export const npsClasses: Labels = {
  PROMOTER: inBoth('Promoter', 'Promotor'),
  PASSIVE: inBoth('Passive', 'Pasivo'),
  DETRACTOR: inBoth('Detractor', 'Detractor'),
};

export const rfmSegments: Labels = {
  CHAMPION: inBoth('Champions', 'Campeones'),
  LOYAL: inBoth('Loyal', 'Fieles'),
  POTENTIAL_LOYALIST: inBoth('Potential loyalists', 'Fieles en potencia'),
  NEW: inBoth('New', 'Nuevos'),
  PROMISING: inBoth('Promising', 'Prometedores'),
  NEEDS_ATTENTION: inBoth('Need attention', 'Necesitan atención'),
  ABOUT_TO_SLEEP: inBoth('About to sleep', 'A punto de dormirse'),
  AT_RISK: inBoth('At risk', 'En riesgo'),
  CANNOT_LOSE: inBoth('Cannot lose them', 'No se pueden perder'),
  HIBERNATING: inBoth('Hibernating', 'Hibernando'),
  NO_PURCHASES: inBoth('No purchases', 'Sin compras'),
};

export const valueTiers: Labels = {
  A: inBoth('A · Key', 'A · Clave'),
  B: inBoth('B · Important', 'B · Importante'),
  C: inBoth('C · Standard', 'C · Estándar'),
  D: inBoth('D · Occasional', 'D · Ocasional'),
  NONE: inBoth('No purchases', 'Sin compras'),
};

/** Why a customer leaves: a closed list, so that reasons can be counted. */
export const churnReasons: Labels = {
  PRICE: inBoth('Price', 'Precio'),
  COMPETITOR: inBoth('Competitor', 'Competencia'),
  QUALITY: inBoth('Product or quality', 'Producto o calidad'),
  SERVICE: inBoth('Service received', 'Trato o servicio'),
  DELIVERY: inBoth('Deliveries', 'Entregas'),
  NEED_GONE: inBoth('No longer needs it', 'Ya no lo necesita'),
  BUDGET: inBoth('Budget', 'Presupuesto'),
  CONTACT_LEFT: inBoth('Our contact left', 'Cambio de interlocutor'),
  MOVED: inBoth('Moved away', 'Se ha trasladado'),
  CLOSED_DOWN: inBoth('Closed down', 'Cierre del negocio'),
  OTHER: inBoth('Other', 'Otro'),
};
