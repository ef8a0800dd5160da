import { shownOf } from '#api-client';
import { SelectField } from '#design';
import { ChosenCustomerDocument, SearchCustomersDocument } from '#operations';
import { m } from '#words';
import { skipToken, useQuery } from '@apollo/client/react';
import type { SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';

interface CustomerFieldProps extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchable' | 'searchValue' | 'onSearchChange' | 'filter' | 'nothingFoundMessage'> {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  /** Who cannot be meant, such as the one whose referrer is asked for. */
  readonly except?: readonly string[] | undefined;
}

/** A customer, found as one types by name, e-mail, telephone, tax id or order number. */
export function CustomerField({ value, onChange, except, ...rest }: CustomerFieldProps) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 160);
  const question = useQuery(SearchCustomersDocument, { variables: { text: asked, first: 10 }, skip: asked === '' });
  const hits = (shownOf(question)?.searchCustomers ?? []).filter(({ id }) => !except?.includes(id));
  // Who was chosen before the field was drawn is no hit of it.
  const named = value !== null && !hits.some(({ id }) => id === value);
  const { data: before } = useQuery(ChosenCustomerDocument, named ? { variables: { id: value } } : skipToken);
  const chosen = named && before?.customer?.id === value ? [{ ...before.customer, city: null }] : [];
  const choose = (id: string | null) => {
    // Where the choice is kept elsewhere, the field is free for the next.
    setText('');
    onChange(id);
  };
  return (
    <SelectField
      {...rest} searchable value={value} onChange={choose} searchValue={text} onSearchChange={setText} filter={({ options }) => options}
      data={[...hits, ...chosen].map(({ id, name, city }) => ({ value: id, label: city ? `${name} · ${city}` : name }))}
      // Enter takes the first who was found, and only once they answer to what was typed.
      selectFirstOptionOnChange={question.data !== undefined && asked === text.trim()}
      nothingFoundMessage={asked === '' ? m.customer_field_type() : m.customer_field_nobody()}
    />
  );
}
