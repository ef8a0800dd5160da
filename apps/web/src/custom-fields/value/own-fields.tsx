import type { CustomFieldDetailsFragment } from '#operations';
import { m } from '#words';
import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { type CustomDrafts, noDraft } from './custom-draft.ts';
import { CustomValueField } from './custom-value-field.tsx';

interface OwnFieldsProps {
  readonly fields: readonly CustomFieldDetailsFragment[];
  readonly drafts: CustomDrafts;
  readonly onChange: (drafts: CustomDrafts) => void;
  /** What is wrong with a field, by its path. */
  readonly errorAt: (path: string) => string | undefined;
  /** Those that stand there at once; the others when they are asked for. */
  readonly isFirst: (field: CustomFieldDetailsFragment) => boolean;
  /** What those are needed for: later, not to save what is made here. */
  readonly hint: string;
}

/** The company's own fields in a dialog that makes something: what matters at once, everything else behind a button. */
export function OwnFields({ fields, drafts, onChange, errorAt, isFirst, hint }: OwnFieldsProps) {
  const [all, setAll] = useState(false);
  const shown = fields.filter((field) => all || isFirst(field) || errorAt(`custom.${field.name}`) !== undefined);
  return (
    <>
      {shown.map((field) => (
        <CustomValueField
          key={field.name} field={field} draft={drafts[field.name] ?? noDraft(field)} needed={false} hint={isFirst(field) ? hint : undefined} error={errorAt(`custom.${field.name}`)}
          onChange={(draft) => onChange({ ...drafts, [field.name]: draft })}
        />
      ))}
      {shown.length < fields.length && (
        <Button variant="subtle" color="gray" leftSection={<IconChevronDown size={14} />} onClick={() => setAll(true)} style={{ justifySelf: 'start' }}>{m.fields_more()}</Button>
      )}
    </>
  );
}
