import { type FileFormat, meetsExisting, namesOwner, type OnExisting, type OnLikely, type OnUnknownOwner } from './mapping.ts';
import { betweenOf, type Room, type Section, sectionsOf } from './targets.ts';

/** Where one column goes, and what its words mean there: text in the file → text of the field. */
export interface PlannedColumn {
  readonly column: string;
  /** `customer.email`. */
  readonly target: string;
  readonly values?: Readonly<Record<string, string>> | undefined;
}

/** What somebody says about a file on a screen: column by column. Kept under a name, it is a saved mapping. */
export interface ImportPlan {
  readonly room: Room;
  /** Whose numbers these are: ids of one system never meet those of another. */
  readonly system: string;
  readonly format: Omit<FileFormat, 'path'>;
  /** Several columns may go to one target: the first that holds something counts, or they are joined. */
  readonly columns: readonly PlannedColumn[];
  /** Targets whose columns are joined; not there in a plan that was kept before it was asked for. */
  readonly joined?: readonly string[] | undefined;
  /** What every row has though no column says it: target → text. */
  readonly constants: Readonly<Record<string, string>>;
  readonly onExisting: OnExisting;
  readonly onLikely: OnLikely;
  /** Not there in a plan that was kept before it was asked for. */
  readonly onUnknownOwner?: OnUnknownOwner | undefined;
}

type SourceJson = string | Readonly<Record<string, unknown>>;

/** The mapping that a plan comes to, in the grammar of mapping files (`parseMapping`). */
export function mappingOf(plan: ImportPlan): Readonly<Record<string, unknown>> {
  const { room, system, format, columns, constants, onExisting, onLikely, onUnknownOwner, joined = [] } = plan;
  const sections = new Map<Section, Record<string, SourceJson>>(sectionsOf[room].map((section) => [section, {}]));
  const put = (target: string, source: SourceJson): void => {
    const [section = '', ...field] = target.split('.');
    const fields = sections.get(section as Section);
    if (fields) fields[field.join('.')] ??= source;
  };
  for (const [target, some] of Map.groupBy(columns, (one) => one.target)) put(target, sourceOf(some, joined.includes(target) ? betweenOf(target) : null));
  for (const [target, constant] of Object.entries(constants)) if (constant !== '') put(target, { constant });
  if (room === 'orders') complete(sections);
  const kept = [...sections].filter(([section, fields], index) => index === 0 || section === 'line' || needsWhole(room, section) || Object.keys(fields).length > 0);
  return {
    room, system, files: { rows: { ...format } },
    ...Object.fromEntries(kept),
    ...(meetsExisting(room) ? { onExisting } : {}), ...(room === 'customers' ? { onLikely } : {}), ...(namesOwner(room) ? { onUnknownOwner } : {}),
  };
}

const needsWhole = (room: Room, section: Section): boolean => ['leads', 'opportunities', 'activities'].includes(room) && section === 'customer';

function sourceOf(columns: readonly PlannedColumn[], between: string | null): SourceJson {
  const [first] = columns;
  const values = Object.assign({}, ...columns.map((one) => one.values ?? {})) as Record<string, string>;
  const names = columns.map(({ column }) => column);
  const from = columns.length === 1 && first ? { column: first.column } : between === null ? { firstOf: names } : { joined: names, with: between };
  if (Object.keys(values).length > 0) return { ...from, values };
  return columns.length === 1 && first ? first.column : from;
}

/** Customers and products whom a file of orders names are made of what it says of them. */
function complete(sections: ReadonlyMap<Section, Record<string, SourceJson>>): void {
  const [order, line, customer, product] = [sections.get('order'), sections.get('line'), sections.get('customer'), sections.get('product')];
  if (order?.['customer'] && customer) {
    customer['externalId'] ??= order['customer'];
    customer['name'] ??= order['customer'];
  }
  if (line?.['product'] && product) {
    product['code'] ??= line['product'];
    product['name'] ??= line['description'] ?? line['product'];
    const currency = order?.['currency'];
    if (currency) product['currency'] ??= currency;
  }
}
