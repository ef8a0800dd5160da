import type { Instant } from '#calendar';
import { type Bilingual, inBoth } from '#facts';

/** Where an order came from. */
export const orderSources = ['MANUAL', 'QUOTE', 'SHOP', 'IMPORT', 'API'] as const;

export type OrderSource = (typeof orderSources)[number];

export const orderSourceLabels: Readonly<Record<OrderSource, Bilingual>> = {
  MANUAL: inBoth('Entered here', 'Introducido aquí'),
  QUOTE: inBoth('Quote', 'Cotización'),
  SHOP: inBoth('Shop', 'Tienda'),
  IMPORT: inBoth('Import', 'Importación'),
  API: inBoth('API', 'API'),
};

/** Through what the customer ordered. */
export const orderChannels = [
  'SALES_REP', 'WEB_SHOP', 'SHOP', 'MARKETPLACE', 'PHONE', 'EMAIL', 'MESSAGING', 'FAIR', 'PARTNER', 'OTHER',
] as const;

export type OrderChannel = (typeof orderChannels)[number];

export const orderChannelLabels: Readonly<Record<OrderChannel, Bilingual>> = {
  SALES_REP: inBoth('Sales rep', 'Comercial'),
  WEB_SHOP: inBoth('Web shop', 'Tienda web'),
  SHOP: inBoth('Shop', 'Tienda'),
  MARKETPLACE: inBoth('Marketplace', 'Marketplace'),
  PHONE: inBoth('Telephone', 'Teléfono'),
  EMAIL: inBoth('E-mail', 'Correo'),
  MESSAGING: inBoth('Messaging', 'Mensajería'),
  FAIR: inBoth('Trade fair', 'Feria'),
  PARTNER: inBoth('Partner', 'Partner'),
  OTHER: inBoth('Other', 'Otro'),
};

/** One line as entered; numbers are plain decimal texts. */
export interface OrderLineInput {
  readonly productId?: string | null | undefined;
  readonly description: string;
  /** More than zero. */
  readonly quantity: string;
  /** In the order's currency; below zero for a line that takes money off. */
  readonly unitPrice: string;
  readonly listPrice?: string | null | undefined;
  /** 0–100. */
  readonly discountPercent?: string | null | undefined;
  /** Cost of one, in the company's currency. */
  readonly cost?: string | null | undefined;
}

/** An order as entered. Giving `deliveredAt` or `settledAt`, even null, says that the company records them. */
export interface OrderInput {
  readonly number?: string | null | undefined;
  readonly source: OrderSource;
  /** Business line; without one the company's default. */
  readonly lineId?: string | null | undefined;
  readonly channel?: OrderChannel | null | undefined;
  readonly placedAt: Instant;
  readonly tracked?: boolean | undefined;
  readonly deliveredAt?: Instant | null | undefined;
  readonly settledAt?: Instant | null | undefined;
  /** Set for a contract, which runs until then. */
  readonly contractEndsAt?: Instant | null | undefined;
  readonly currency: string;
  /** Units of the company's currency for one of the order's; needed when the two differ. */
  readonly rate?: string | null | undefined;
  readonly lines: readonly OrderLineInput[];
}

/** A line as stored; amounts are minor units after discount, before tax. */
export interface PreparedOrderLine {
  /** From 1. */
  readonly no: number;
  readonly productId: string | null;
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly listPrice: string | null;
  readonly discountPercent: string;
  /** In the order's currency. */
  readonly amount: number;
  readonly companyAmount: number;
  /** quantity × cost in the company's currency; null when not known. */
  readonly companyCost: number | null;
}

/** An order as stored; amounts are minor units and the sums of its lines' amounts, to the cent. */
export interface PreparedOrder {
  readonly number: string | null;
  readonly source: OrderSource;
  readonly lineId: string;
  readonly channel: OrderChannel | null;
  readonly placedAt: Instant;
  /** False: nobody records its delivery and payment here, it counts as delivered and settled at once. */
  readonly tracked: boolean;
  readonly deliveredAt: Instant | null;
  readonly settledAt: Instant | null;
  readonly contractEndsAt: Instant | null;
  readonly currency: string;
  readonly rate: string;
  readonly amount: number;
  readonly companyAmount: number;
  /** Cost of the lines whose cost is known; null when none is. */
  readonly companyCost: number | null;
  /** Amount of the lines whose cost is known. */
  readonly companyCosted: number;
  readonly lines: readonly PreparedOrderLine[];
}
