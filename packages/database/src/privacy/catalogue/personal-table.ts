/** What erasure writes over a column that holds values of a person. */
export type Fate =
  /** Nothing: null, '', {}, [], no text in a list. */
  | 'NULL' | 'EMPTY' | 'NO_OBJECT' | 'NO_LIST' | 'NO_TEXTS'
  /** How the erased one is called, and the same as it is compared. */
  | 'MARK' | 'MARK_KEY'
  /** The product's name, where there is one. */
  | 'PRODUCT'
  /** True: he is not to be reached. */
  | 'TRUE';

/** A table with rows of a customer. Every column of it stands in exactly one of `personal` and `plain`. */
export interface PersonalTable {
  readonly name: string;
  /** The column that names whose a row is. */
  readonly of: 'id' | 'customer_id';
  /** `DELETED`: rows go whole; `COUNTED`: what follows from other tables is counted anew; otherwise what is written over. */
  readonly erase: 'DELETED' | 'COUNTED' | 'OVERWRITTEN';
  /** Columns with values of his own. */
  readonly personal: Readonly<Record<string, Fate>>;
  /** Ids, codes, amounts and instants: what is left of a row tells of nobody. */
  readonly plain: readonly string[];
  /** The column that names the contact a row is about, when it can be about one. */
  readonly contact?: 'id' | 'contact_id';
  /** What a contact alone takes with him, where that is less than the whole. */
  readonly ofContact?: readonly string[];
  /** Not handed to the person: what is kept for finding and comparing says nothing new. */
  readonly internal?: boolean;
}

/** A table without rows of customers. */
export interface HouseTable {
  readonly name: string;
  readonly plain: readonly string[];
  /** Columns in which a value of a customer may stand all the same, and how erasure finds it there. */
  readonly traces?: Readonly<Record<string, string>>;
}

export const names = (columns: string): readonly string[] => columns.trim().split(/\s+/);
