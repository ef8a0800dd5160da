import { refusalText } from '#api-client';
import { NumberText, showToast, SidePanel, TextField } from '#design';
import { RenameProductCategoryDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import styles from '../catalog.module.css';

interface Category {
  readonly id: string;
  readonly name: string;
  readonly products: number;
}

interface CategoriesPanelProps {
  readonly categories: readonly Category[];
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** What the catalogue is parted into; a name is changed where it stands. A new one is made by giving it to a product. */
export function CategoriesPanel({ categories, onChanged, onClose }: CategoriesPanelProps) {
  return (
    <SidePanel title={m.catalog_categories()} onClose={onClose}>
      <p className={styles.quiet}>{m.catalog_categories_hint()}</p>
      <ul className={styles.categories}>
        {categories.map((category) => <CategoryLine key={category.id} category={category} onChanged={onChanged} />)}
      </ul>
    </SidePanel>
  );
}

function CategoryLine({ category: { id, name, products }, onChanged }: { readonly category: Category; readonly onChanged: () => void }) {
  const language = useLanguage();
  const [text, setText] = useState(name);
  const [refusal, setRefusal] = useState<string>();
  const [rename] = useMutation(RenameProductCategoryDocument, { refetchQueries: ['ProductCategories'] });
  const save = async () => {
    if (text.trim() === name) return;
    const { data } = await rename({ variables: { input: { id, name: text } } }).catch(() => ({ data: undefined }));
    const no = data?.renameProductCategory.refusal;
    setRefusal(data ? no ? refusalText(no, language) : undefined : m.catalog_failed());
    if (!data || no) return;
    showToast(m.catalog_category_renamed({ name: text.trim() }));
    onChanged();
  };
  return (
    <li>
      <TextField
        size="xs" aria-label={m.catalog_category_name({ name })} value={text} error={refusal} maxLength={200} onChange={(event) => setText(event.currentTarget.value)} onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      <span className={styles.quiet}><NumberText value={products} /> {m.catalog_products_in()}</span>
    </li>
  );
}
