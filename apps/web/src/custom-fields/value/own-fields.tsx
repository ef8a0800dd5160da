import { LevelFields } from '#design';
import type { CustomFieldDetailsFragment } from '#operations';
import { m } from '#words';
import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
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
  const row = useRef<HTMLDivElement>(null);
  const before = useRef(0);
  // The button is gone: who pressed it goes on with the first field that came.
  useEffect(() => {
    if (all) row.current?.firstElementChild?.children[before.current]?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [all]);
  const shown = fields.filter((field) => all || isFirst(field) || errorAt(`custom.${field.name}`) !== undefined);
  const showAll = () => {
    before.current = shown.length;
    setAll(true);
  };
  return (
    <>
      {shown.length > 0 && (
        <div ref={row}>
          <LevelFields>
            {shown.map((field) => (
              <CustomValueField
                key={field.name} field={field} draft={drafts[field.name] ?? noDraft(field)} needed={false} hint={isFirst(field) ? hint : undefined} error={errorAt(`custom.${field.name}`)}
                onChange={(draft) => onChange({ ...drafts, [field.name]: draft })}
              />
            ))}
          </LevelFields>
        </div>
      )}
      {shown.length < fields.length && (
        <Button variant="subtle" color="gray" leftSection={<IconChevronDown size={14} />} onClick={showAll} style={{ justifySelf: 'start' }}>{m.fields_more()}</Button>
      )}
    </>
  );
}
