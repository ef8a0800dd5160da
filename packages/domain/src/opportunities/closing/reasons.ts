import { type Bilingual, inBoth } from '#facts';

/** Why a customer bought from us. */
export const winReasons = ['PRICE', 'FEATURES', 'QUALITY', 'SERVICE', 'DELIVERY', 'TERMS', 'RELATIONSHIP', 'REPUTATION', 'REFERRAL', 'OTHER'] as const;

export type WinReason = (typeof winReasons)[number];

export const winReasonLabels: Readonly<Record<WinReason, Bilingual>> = {
  PRICE: inBoth('Price', 'Precio'),
  FEATURES: inBoth('What it does', 'Prestaciones'),
  QUALITY: inBoth('Quality', 'Calidad'),
  SERVICE: inBoth('Service', 'Servicio'),
  DELIVERY: inBoth('Delivery time', 'Plazo de entrega'),
  TERMS: inBoth('Terms of payment', 'Condiciones de pago'),
  RELATIONSHIP: inBoth('Relationship', 'Relación'),
  REPUTATION: inBoth('Reputation', 'Reputación'),
  REFERRAL: inBoth('Recommended', 'Recomendación'),
  OTHER: inBoth('Other', 'Otro'),
};

/** Why a customer did not buy from us. */
export const lossReasons = [
  'PRICE', 'COMPETITOR', 'FEATURES', 'QUALITY', 'SERVICE', 'DELIVERY', 'TERMS', 'NO_BUDGET', 'NO_DECISION', 'TIMING', 'NO_RESPONSE', 'OTHER',
] as const;

export type LossReason = (typeof lossReasons)[number];

export const lossReasonLabels: Readonly<Record<LossReason, Bilingual>> = {
  PRICE: inBoth('Price', 'Precio'),
  COMPETITOR: inBoth('Chose a competitor', 'Eligió a la competencia'),
  FEATURES: inBoth('What it does', 'Prestaciones'),
  QUALITY: inBoth('Quality', 'Calidad'),
  SERVICE: inBoth('Service', 'Servicio'),
  DELIVERY: inBoth('Delivery time', 'Plazo de entrega'),
  TERMS: inBoth('Terms of payment', 'Condiciones de pago'),
  NO_BUDGET: inBoth('No budget', 'Sin presupuesto'),
  NO_DECISION: inBoth('Nothing was decided', 'No se decidió'),
  TIMING: inBoth('Wrong moment', 'No es el momento'),
  NO_RESPONSE: inBoth('No answer any more', 'Dejó de responder'),
  OTHER: inBoth('Other', 'Otro'),
};
