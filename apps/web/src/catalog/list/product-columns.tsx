import { Chip, Money, RelativeTime, type TableColumn } from '#design';
import type { ProductDetailsFragment } from '#operations';
import { m } from '#words';
import styles from '../catalog.module.css';

/** The cost only where it may be read. */
export function productColumns(costs: boolean): readonly TableColumn<ProductDetailsFragment>[] {
  return [
    { id: 'code', header: m.catalog_code(), width: 110, sortable: true, cell: ({ code }) => <span className={styles.code}>{code}</span> },
    { id: 'name', header: m.catalog_name(), width: 220, grow: true, sortable: true, cell: ({ name, active }) => <><b className={styles.name}>{name}</b>{!active && <Chip>{m.catalog_inactive()}</Chip>}</> },
    { id: 'category', header: m.catalog_category(), width: 160, wideOnly: true, cell: ({ category }) => category?.name },
    { id: 'unit', header: m.catalog_unit(), width: 90, wideOnly: true, cell: ({ unit }) => unit },
    { id: 'listPrice', header: m.catalog_list_price(), width: 110, align: 'end', sortable: true, cell: ({ listPrice }) => (listPrice ? <Money {...listPrice} /> : <span className={styles.quiet}>—</span>) },
    ...(costs ? [{ id: 'cost', header: m.catalog_cost(), width: 110, align: 'end' as const, wideOnly: true, cell: ({ cost }: ProductDetailsFragment) => cost && <Money {...cost} /> }] : []),
    { id: 'updatedAt', header: m.catalog_updated(), width: 130, wideOnly: true, sortable: true, cell: ({ updatedAt }) => <RelativeTime value={updatedAt} /> },
  ];
}
