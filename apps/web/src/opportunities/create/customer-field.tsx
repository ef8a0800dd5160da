import { SelectField } from '#design';
import { SearchCustomersDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';

interface CustomerFieldProps {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly error: string | undefined;
}

/** Whose opportunity it is: found as one types. */
export function CustomerField({ value, onChange, error }: CustomerFieldProps) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 160);
  const { data, previousData } = useQuery(SearchCustomersDocument, { variables: { text: asked, first: 8 }, skip: asked.trim() === '' });
  const hits = (data ?? previousData)?.searchCustomers ?? [];
  return (
    <SelectField
      label={m.opportunities_customer()} required data-autofocus searchable selectFirstOptionOnChange value={value} onChange={onChange} error={error}
      data={hits.map(({ id, name, city }) => ({ value: id, label: city ? `${name} · ${city}` : name }))} filter={({ options }) => options}
      searchValue={text} onSearchChange={setText} nothingFoundMessage={asked === '' ? m.opportunities_type_name() : m.opportunities_no_customer()}
    />
  );
}
