import { shownOf } from '#api-client';
import { SelectField } from '#design';
import { SegmentNameDocument, SegmentNamesDocument } from '#operations';
import { skipToken, useQuery } from '@apollo/client/react';
import type { OptionsFilter } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';

interface SegmentPickerProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

const all: OptionsFilter = ({ options }) => options;

/** The name of a segment, wherever it stands among the others. */
export const useSegmentName = (id: string | undefined): string =>
  useQuery(SegmentNameDocument, id ? { variables: { id } } : skipToken).data?.segment?.name ?? '';

/** One of all segments: the server looks for what is typed. */
export function SegmentPicker({ label, value, onChange }: SegmentPickerProps) {
  const name = useSegmentName(value);
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text === name ? '' : text.trim(), 180);
  const found = (shownOf(useQuery(SegmentNamesDocument, { variables: { search: search || null } }))?.segments.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }));
  // The chosen one stays visible, found or not.
  const choices = value && name && !found.some((each) => each.value === value) ? [{ value, label: name }, ...found] : found;
  return (
    <SelectField
      size="xs" w={240} searchable aria-label={label} placeholder={label} data={choices} filter={all} value={value || null} searchValue={text} onSearchChange={setText}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}
