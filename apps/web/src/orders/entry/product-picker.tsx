import { shownOf } from '#api-client';
import { formatMoney, SelectField, useFormatting } from '#design';
import { SoldProductsDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import type { OptionsFilter } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { normaliseText } from '@orbita/domain/facts';
import { useRef, useState } from 'react';
import styles from '../orders.module.css';

export interface PickedProduct {
  readonly productId: string | null;
  readonly description: string;
  /** In the company's currency, where there is one. */
  readonly listPrice: string | undefined;
}

interface ProductPickerProps {
  readonly label: string;
  /** What stands in the field now. */
  readonly picked: string;
  readonly error: string | undefined;
  readonly autoFocus: boolean;
  readonly onPick: (product: PickedProduct) => void;
}

const all: OptionsFilter = ({ options }) => options;
const own = 'own:';

/** As the server looks: every word in the name, or the beginning of the code. */
const answersTo = (name: string, code: string, asked: string): boolean =>
  code.toLowerCase().startsWith(asked.toLowerCase()) || normaliseText(asked).split(' ').every((word) => normaliseText(name).includes(word));

/** A product of the catalogue by name or code; what is not in it may be written as it is. */
export function ProductPicker({ label, picked, error, autoFocus, onPick }: ProductPickerProps) {
  const { language, currency } = useFormatting();
  const [text, setText] = useState(picked);
  // The field empties itself when it is made, since nothing of its list is chosen: only who stands in it writes.
  const within = useRef(false);
  const asked = text === picked ? '' : text.trim();
  const [search] = useDebouncedValue(asked, 150);
  const question = useQuery(SoldProductsDocument, { variables: { search: search || null } });
  const { data } = question;
  // Until the server has answered, what was found before is narrowed here: Enter never takes what was not asked for.
  const products = (shownOf(question)?.products.edges ?? []).map(({ node }) => node).filter(({ name, code }) => answersTo(name, code, asked));
  const options = [
    ...products.map(({ id, name }) => ({ value: id, label: name })),
    ...(asked.length > 1 && search === asked && data ? [{ value: own + asked, label: m.orders_as_written({ text: asked }) }] : []),
  ];
  const choose = (value: string | null) => {
    if (!value) return;
    const product = products.find(({ id }) => id === value);
    const description = product?.name ?? value.slice(own.length);
    setText(description);
    onPick({ productId: product?.id ?? null, description, listPrice: product?.listPrice?.currency === currency ? product.listPrice.amount : undefined });
  };
  return (
    <SelectField
      size="xs" aria-label={label} placeholder={m.orders_add_product()} searchable selectFirstOptionOnChange={data !== undefined && search === asked} value={null} data={options} filter={all} maxDropdownHeight={260} error={error} searchValue={text} onSearchChange={(next) => within.current && setText(next)}
      data-autofocus={autoFocus || undefined} onChange={choose} onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.preventDefault()} onFocus={() => { within.current = true; }} onBlur={() => {
        within.current = false;
        setText(picked);
      }} nothingFoundMessage={m.orders_no_product()} comboboxProps={{ width: 340, position: 'bottom-start' }} rightSection={<span />} rightSectionWidth={0}
      renderOption={({ option }) => {
        const product = products.find(({ id }) => id === option.value);
        return (
          <span className={styles.option}>
            <span className={styles.cut}>{option.label}</span>
            {product && <span className={styles.optionCode}>{product.code}</span>}
            {product?.listPrice && <span className={styles.optionPrice}>{formatMoney(language, product.listPrice.amount, product.listPrice.currency)}{product.unit && ` / ${product.unit}`}</span>}
          </span>
        );
      }}
    />
  );
}
