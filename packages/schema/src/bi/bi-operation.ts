import { currencyOf, type ExportedColumn, type ExportedList, type ExportedType } from '#exports';

/**
 * A question that BI tools ask by its name and version, again and again: what of which list, in which columns. Once
 * published it never changes, so that no report breaks: another question is another version.
 */
export interface BiOperation {
  /** `customers.v1` */
  readonly name: string;
  readonly list: ExportedList;
  readonly columns: readonly ExportedColumn[];
}

/** What a column of rows is called and holds. Decimals and instants are texts, so that no digit is lost. */
export interface BiColumn {
  readonly name: string;
  /** `text`, `decimal` (of money: the currency in the column after it), `number`, `date`, `timestamp` (UTC), `boolean`. */
  readonly type: 'text' | 'decimal' | 'number' | 'date' | 'timestamp' | 'boolean';
  readonly nullable: boolean;
  readonly description: string;
  /** One row a key; every operation has one. */
  readonly key: boolean;
}

const types: Readonly<Record<ExportedType, BiColumn['type']>> = { text: 'text', number: 'number', money: 'decimal', date: 'date', instant: 'timestamp', boolean: 'boolean' };

/** `customerId` and `customer.id` are `customer_id`. */
const snake = (key: string): string => key.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll('.', '_').toLowerCase();

/** The columns of the rows, in their order: money is two, the amount and its currency. */
export const biColumns = (columns: readonly ExportedColumn[], language: 'en' | 'es' = 'en'): BiColumn[] => columns.flatMap(({ key, label, type }) => {
  const one = { name: snake(key), type: types[type], nullable: key !== 'id', description: label[language], key: key === 'id' };
  return type === 'money' ? [one, { ...one, name: `${one.name}_currency`, type: 'text', description: `${label[language]}: ${currencyOf[language]}` }] : [one];
});
