import type { Mark, Role } from '#access';

/** What a fact's value is. No fact is a fraction, so that memory and SQL compare alike. */
export type FactType = 'integer' | 'enum' | 'instant' | 'boolean' | 'set' | 'id' | 'text';

/** How an integer is read: minor units of the company's currency, a count, whole percent, whole days, points of a scale. */
export type FactUnit = 'money' | 'count' | 'percent' | 'days' | 'score';

/** What makes the value change: E events only, C the clock against a stored instant, W a rolling window, P a scoring run. */
export type FactKind = 'E' | 'C' | 'W' | 'P';

/** 1 customers and orders · 2 cycles, leads, opportunities · Q quotes · D deliveries, billing · S service, surveys · G value models · M messages, plays. */
export type FactRoom = '1' | '2' | 'Q' | 'D' | 'S' | 'G' | 'M';

/** A text in both languages of the interface. */
export interface Bilingual {
  readonly en: string;
  readonly es: string;
}

/** What an id, or each element of a set, points at. */
export type FactReference = 'user' | 'team' | 'partner' | 'product' | 'category' | 'campaign' | 'customer' | 'line';

/** What a rule can compare: a fact of the subject, or a field of the rows related to it. */
export interface FieldDefinition {
  readonly key: string;
  readonly type: FactType;
  readonly unit?: FactUnit;
  /** Members of an enum; without them the enum is open (countries, channels of the company). */
  readonly values?: readonly string[];
  readonly valueLabels?: Readonly<Record<string, Bilingual>>;
  readonly label: Bilingual;
  /** Who may not read it finds it unknown; see field marks of access. */
  readonly mark?: Mark;
  /** The only roles that may read it, where it is not for all. */
  readonly readers?: readonly Role[];
  /** An integer counts the last of so many digits after the point. */
  readonly decimals?: number;
  readonly references?: FactReference;
}

/** One fact about a customer, as the specification of the lifecycle lists it. */
export interface FactDefinition extends FieldDefinition {
  /** What a missing value says; null when the value is never missing. */
  readonly nullMeans: Bilingual | null;
  readonly kind: FactKind;
  readonly room: FactRoom;
  /** Computed from other facts and the present instant, never stored; see `deriveFacts`. */
  readonly derived?: true;
  /** Shown and sorted by, but no rule may read it. */
  readonly displayOnly?: true;
}

/** Instants are UTC milliseconds, money minor units, sets lists of ids or words; null is "there is none". */
export type FactValue = number | string | boolean | readonly string[] | null;

/** What is known of one subject. A missing key means that the room of the fact does not exist, null that the value is missing. */
export type Facts = Readonly<Record<string, FactValue | undefined>>;
