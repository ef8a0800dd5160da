import { SelectField } from '#design';
import { m } from '#words';
import styles from '../catalog.module.css';

interface CategoryFilterProps {
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  readonly value: string | undefined;
  readonly onChange: (category: string | undefined) => void;
}

export const CategoryFilter = ({ categories, value, onChange }: CategoryFilterProps) => (
  <SelectField
    size="xs" w={170} className={styles.filter} clearable searchable aria-label={m.catalog_category()} placeholder={m.catalog_category()} value={value || null}
    data={categories.map(({ id, name }) => ({ value: id, label: name }))} onChange={(category) => onChange(category ?? undefined)}
  />
);
