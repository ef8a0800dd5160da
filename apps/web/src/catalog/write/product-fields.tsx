import { AutocompleteField, DecimalField, FieldRow, SelectField, TextField, useFormatting, numberFormat } from '#design';
import { ProductCategoriesDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { minorDigits } from '@orbita/domain/money';
import { useMemo } from 'react';
import styles from '../catalog.module.css';
import type { ProductForm } from './use-product-form.ts';

interface ProductFieldsProps {
  readonly form: ProductForm;
  readonly readOnly: boolean;
  readonly costs: boolean;
}

export function ProductFields({ form: { draft, set, errorOf }, readOnly, costs }: ProductFieldsProps) {
  const { data } = useQuery(ProductCategoriesDocument);
  const currencies = useMemo(() => Intl.supportedValuesOf('currency'), []);
  const text = (field: 'code' | 'name' | 'unit') => ({
    value: draft[field], error: errorOf(field), readOnly, autoComplete: 'off', maxLength: 200,
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
  });
  const amount = (field: 'listPrice' | 'cost') => ({
    value: draft[field], error: errorOf(field), readOnly, decimalScale: minorDigits(draft.currency), allowNegative: false, suffix: ` ${draft.currency}`,
    onChange: (next: string) => set({ [field]: next }),
  });
  return (
    <>
      <TextField label={m.catalog_name()} required data-autofocus {...text('name')} />
      <FieldRow>
        <TextField label={m.catalog_code()} required {...text('code')} />
        <TextField label={m.catalog_unit()} placeholder={readOnly ? '' : m.catalog_unit_example()} {...text('unit')} />
      </FieldRow>
      <AutocompleteField
        label={m.catalog_category()} readOnly={readOnly} description={readOnly ? undefined : m.catalog_category_hint()} value={draft.category} error={errorOf('category')} maxLength={200}
        data={(data?.productCategories ?? []).map(({ name }) => name)} onChange={(category) => set({ category })}
      />
      <FieldRow>
        <DecimalField label={m.catalog_list_price()} {...amount('listPrice')} />
        {costs && <DecimalField label={m.catalog_cost()} description={<Margin draft={draft} />} {...amount('cost')} />}
        <SelectField
          label={m.catalog_currency()} readOnly={readOnly} searchable limit={60} data={currencies} value={draft.currency} error={errorOf('currency')}
          onChange={(currency) => currency && set({ currency })}
        />
      </FieldRow>
    </>
  );
}

/** What is left of the price, as one types. */
function Margin({ draft: { listPrice, cost } }: { readonly draft: { readonly listPrice: string; readonly cost: string } }) {
  const { language } = useFormatting();
  const [price, spent] = [Number(listPrice), Number(cost)];
  if (!listPrice || !cost || !(price > 0)) return null;
  const share = numberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format((price - spent) / price);
  return <span className={styles.margin}>{m.catalog_margin({ share })}</span>;
}
