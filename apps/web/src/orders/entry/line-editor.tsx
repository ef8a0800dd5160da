import { DecimalField, Money, useFormatting } from '#design';
import { m } from '#words';
import { ActionIcon } from '@mantine/core';
import { formatDecimal } from '@orbita/domain/money';
import { IconX } from '@tabler/icons-react';
import styles from './entry.module.css';
import { amountOf, type DraftLine, isBlank } from './draft-lines.ts';
import { ProductPicker } from './product-picker.tsx';

interface LineEditorProps {
  readonly line: DraftLine;
  readonly no: number;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (next: Partial<DraftLine>) => void;
  readonly onRemove: () => void;
}

/** One line of an order: what, how many, at what price, with what discount, and what it comes to. */
export function LineEditor({ line, no, errorOf, onChange, onRemove }: LineEditorProps) {
  const { currency } = useFormatting();
  const blank = isBlank(line);
  const amount = blank ? undefined : amountOf(line, currency);
  const error = errorOf('quantity') ?? errorOf('unitPrice') ?? errorOf('discountPercent');
  const decimal = (field: 'quantity' | 'unitPrice' | 'discountPercent', label: string) => ({
    size: 'xs' as const, 'aria-label': `${label}, ${no}`, value: line[field], error: errorOf(field) !== undefined,
    onChange: (next: string) => onChange({ [field]: next }),
  });
  return (
    <li className={styles.line}>
      <span className={styles.what}>
        <ProductPicker
          label={`${m.orders_product()}, ${no}`} picked={line.description} error={errorOf('productId') ?? errorOf('description')} autoFocus={no === 1}
          onPick={({ productId, description, listPrice }) => onChange({ productId, description, unitPrice: listPrice ?? line.unitPrice })}
        />
      </span>
      {!blank && (
        <>
          <DecimalField {...decimal('quantity', m.orders_quantity())} allowNegative={false} />
          <DecimalField {...decimal('unitPrice', m.orders_price())} />
          <DecimalField {...decimal('discountPercent', m.orders_discount())} allowNegative={false} placeholder="0" unit="%" />
          <span className={styles.amount}>{amount && <Money amount={formatDecimal(amount)} currency={currency} />}</span>
          <ActionIcon size={24} aria-label={m.orders_remove_line({ no: String(no) })} onClick={onRemove}><IconX size={13} /></ActionIcon>
        </>
      )}
      {error && <span role="alert" className={styles.problem}>{error}</span>}
    </li>
  );
}
