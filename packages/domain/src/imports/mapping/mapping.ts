import type { CustomEntity } from '#custom-fields';
import { activityFields, contactFields, type FieldsOf, leadFields, opportunityFields, ownedCustomerFields, productFields } from './fields.ts';

/** How the bytes of one file become cells, and how its cells write numbers and dates. */
export interface FileFormat {
  /** Where the file usually is, below the folder that the caller names. */
  readonly path: string | null;
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252';
  readonly separator: string;
  /** In which row the columns are named, as a spreadsheet counts; 1 when not given. */
  readonly heading?: number | undefined;
  readonly decimal: '.' | ',';
  /** In which order a date names year, month and day. */
  readonly dates: 'YMD' | 'DMY' | 'MDY';
  /** Of the clock that the file's times show; null means the company's zone. */
  readonly zone: string | null;
  /** Texts that mean "nothing", besides an empty cell (`NA`, `NULL`). */
  readonly empty: readonly string[];
}

/** Where the value of a field comes from. */
export type Source = { readonly values?: Readonly<Record<string, string>>; readonly otherwise?: 'KEEP' | 'EMPTY' | 'REFUSE' } & (
  /** The first of these columns that holds something; `times` multiplies a number (a fraction into percent: `100`). */
  | { readonly kind: 'COLUMN'; readonly columns: readonly string[]; readonly times?: string }
  /** All of these columns that hold something, one behind the other, with this between them. */
  | { readonly kind: 'JOINED'; readonly columns: readonly string[]; readonly with: string }
  | { readonly kind: 'CONSTANT'; readonly text: string }
  /** Text with `{column}` in it; nothing when all of its columns are empty. */
  | { readonly kind: 'TEMPLATE'; readonly template: string });

export type Sources = Readonly<Record<string, Source>>;

/** A predicate on one cell; comparisons read the cell as a number and do not hold when it is none. */
export type Condition = { readonly column: string } & (
  | { readonly test: 'EMPTY' | 'FILLED' }
  | { readonly test: 'STARTS_WITH'; readonly text: string }
  | { readonly test: 'IN'; readonly texts: readonly string[] }
  | { readonly test: 'BELOW' | 'AT_MOST' | 'ABOVE' | 'AT_LEAST'; readonly number: string });

/** Rows for which all conditions hold are left out and counted under this reason. */
export interface SkipRule {
  readonly reason: string;
  readonly file: FileRole;
  readonly when: readonly Condition[];
}

/** `rows` is the only file, or the one with the orders; `lines` the one with their lines, where that is another. */
export type FileRole = 'rows' | 'lines';

interface MappingBase {
  /** Whose numbers these are (`northwind`): ids and order numbers of one system never meet those of another. */
  readonly system: string;
  readonly files: { readonly rows: FileFormat; readonly lines: FileFormat | null };
  readonly skip: readonly SkipRule[];
  /** Columns that are left out on purpose: not reported as unmapped. */
  readonly ignore: readonly string[];
}

/**
 * What a row does to a thing that is there already. `fill`, the usual one, writes what is still empty; `update` writes
 * whatever the row says; `skip` leaves the thing alone and tells of the row.
 */
export const onExisting = ['fill', 'update', 'skip'] as const;

export type OnExisting = (typeof onExisting)[number];

/**
 * What becomes of a customer who is very like somebody who is there, but has no exact key in common with him: he is made,
 * and the pair waits to be looked at (`ask`, the usual one); he is taken for him (`attach`); he is left out (`skip`).
 */
export const onLikely = ['ask', 'attach', 'skip'] as const;

export type OnLikely = (typeof onLikely)[number];

/**
 * What becomes of a row whose owner nobody here is, or is no longer: it comes in without one and is told with the name
 * (`empty`, the usual one: people who left stand in every old file, and none of their rows is to wait for that); it is
 * refused (`refuse`).
 */
export const onUnknownOwner = ['empty', 'refuse'] as const;

export type OnUnknownOwner = (typeof onUnknownOwner)[number];

/** Rooms in which one row is one thing: under which key the mapping names its fields, and which those are. */
export const flatRooms = {
  customers: { section: 'customer', fields: ownedCustomerFields },
  contacts: { section: 'contact', fields: contactFields },
  products: { section: 'product', fields: productFields },
} as const satisfies Readonly<Record<string, { readonly section: string; readonly fields: FieldsOf }>>;

export interface FlatMapping extends MappingBase {
  readonly room: keyof typeof flatRooms;
  readonly fields: Sources;
  readonly onExisting: OnExisting;
  /** Of customers. */
  readonly onLikely: OnLikely;
  readonly onUnknownOwner: OnUnknownOwner;
}

export const isFlatRoom = (room: Mapping['room']): room is FlatMapping['room'] => Object.hasOwn(flatRooms, room);

/** Rooms in which one row is what happened to a customer, whole: loaded in the order of the dates, whatever that of the file. */
export const datedRooms = {
  leads: { section: 'lead', fields: leadFields },
  opportunities: { section: 'opportunity', fields: opportunityFields },
  activities: { section: 'activity', fields: activityFields },
} as const satisfies Readonly<Record<string, { readonly section: string; readonly fields: FieldsOf }>>;

export interface DatedMapping extends MappingBase {
  readonly room: keyof typeof datedRooms;
  readonly fields: Sources;
  /** By which the customer is found, and what one begins with who is not there yet. */
  readonly customer: Sources;
  /** When an opportunity entered each stage, by the stage's key or name. */
  readonly stages: Sources;
  /** Of leads and opportunities; an activity that is there stays as it is. */
  readonly onExisting: OnExisting;
  readonly onUnknownOwner: OnUnknownOwner;
  /** Who answers for history that went past the gates of today, and why; null refuses its rows. */
  readonly override: { readonly by: string; readonly reason: string } | null;
}

/** Whether a mapping of this room says what becomes of a thing that is there already. */
export const meetsExisting = (room: Mapping['room']): boolean => room !== 'activities' && room !== 'orders';

/** Whether a row of this room can say whose a thing is to be. */
export const namesOwner = (room: Mapping['room']): boolean => room === 'customers' || isDatedRoom(room);

/** Of what a row of this room fills the company's own fields; null where a company keeps none. */
export function customEntityOf(room: Mapping['room']): CustomEntity | null {
  switch (room) {
    case 'customers': return 'CUSTOMER';
    case 'contacts': return 'CONTACT';
    case 'leads': return 'LEAD';
    case 'opportunities': return 'OPPORTUNITY';
    case 'products': case 'activities': case 'orders': return null;
    default: return room satisfies never;
  }
}

export const isDatedRoom = (room: Mapping['room']): room is DatedMapping['room'] => Object.hasOwn(datedRooms, room);

export interface OrdersMapping extends MappingBase {
  readonly room: 'orders';
  readonly order: Sources;
  readonly line: Sources;
  /** Fields of customers that do not exist yet; null refuses their rows. */
  readonly customer: Sources | null;
  /** Fields of products that do not exist yet; null refuses their rows. */
  readonly product: Sources | null;
  /** A line is a return when all conditions of one of these hold. */
  readonly returns: readonly (readonly Condition[])[];
  /** Company currency for one unit of the file's currency, where the company's own table of rates shall not decide. */
  readonly rate: string | null;
}

/** How a file is read into a room: carried as JSON, kept with the job. */
export type Mapping = FlatMapping | DatedMapping | OrdersMapping;
