import { type Bilingual, inBoth } from '#facts';

/** In what a measure of a stage is counted. */
export const stageMeasureUnits = ['count', 'days', 'minutes', 'months', 'percent', 'score'] as const;

export type StageMeasureUnit = (typeof stageMeasureUnits)[number];

interface Measure {
  readonly unit: StageMeasureUnit;
  readonly label: Bilingual;
}

const measure = (unit: StageMeasureUnit, en: string, es: string): Measure => ({ unit, label: inBoth(en, es) });

/** What bounds of stages can be about. Those not measured yet raise no alarm. */
export const stageMeasures = {
  medianDays: measure('days', 'Median days in the stage', 'Mediana de días en la etapa'),
  medianMonths: measure('months', 'Median months in the stage', 'Mediana de meses en la etapa'),
  moveOnShare: measure('percent', 'Move on to the next stage', 'Pasan a la etapa siguiente'),
  shareOfBuyers: measure('percent', 'Share of the buyers', 'Parte de los compradores'),
  unansweredShare: measure('percent', 'Left unanswered', 'Sin contestar'),
  responseInSlaShare: measure('percent', 'First response in time', 'Primera respuesta en plazo'),
  contactedInTwoDays: measure('percent', 'Contacted within two days', 'Contactados en dos días'),
  winShare: measure('percent', 'Opportunities won', 'Oportunidades ganadas'),
  gateCompliance: measure('percent', 'Gates met', 'Requisitos de salida cumplidos'),
  onTimeInFullShare: measure('percent', 'Delivered on time in full', 'Entregas completas y a tiempo'),
  lateShare: measure('percent', 'Delivered late', 'Entregas tarde'),
  daysSalesOutstanding: measure('days', 'Days until paid', 'Días hasta el cobro'),
  overdueShare: measure('percent', 'Overdue debt', 'Deuda vencida'),
  complaintsPer100: measure('count', 'Complaints per 100 customers a month', 'Reclamaciones al mes por cada 100 clientes'),
  csat: measure('score', 'Satisfaction', 'Satisfacción'),
  waitMinutes: measure('minutes', 'Minutes of waiting', 'Minutos de espera'),
  repurchaseShare: measure('percent', 'Buy again', 'Vuelven a comprar'),
  renewalShare: measure('percent', 'Contracts renewed', 'Contratos renovados'),
  retentionShare: measure('percent', 'Kept over a year', 'Conservados en un año'),
  cycleHealth: measure('percent', 'Health of the cycle', 'Salud del ciclo'),
  paybackMonths: measure('months', 'Months to recover the acquisition cost', 'Meses hasta recuperar el coste de captación'),
  productsGrowth: measure('count', 'Products gained a year', 'Productos ganados al año'),
  discountShare: measure('percent', 'Sold at a discount', 'Ventas con descuento'),
  walletGrowth: measure('percent', 'Growth of what he buys from us, a year', 'Crecimiento de lo que nos compra, al año'),
  offerAcceptance: measure('percent', 'Offers accepted', 'Ofertas aceptadas'),
  referralsPer100: measure('count', 'Referrals per 100 customers', 'Recomendaciones por cada 100 clientes'),
  referredShare: measure('percent', 'New customers who were referred', 'Clientes nuevos recomendados'),
  savedShare: measure('percent', 'Saved', 'Retenidos'),
  wonBackShare: measure('percent', 'Won back', 'Recuperados'),
  reasonKnownShare: measure('percent', 'Churn reason known', 'Motivo de fuga conocido'),
} as const satisfies Readonly<Record<string, Measure>>;

export type StageMeasure = keyof typeof stageMeasures;
