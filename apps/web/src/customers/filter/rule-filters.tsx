import { FilterChip, useFormatting } from '#design';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { Popover } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import type { Rule } from '@orbita/domain/rules';
import { type ComponentType, lazy, Suspense, useState } from 'react';
import { describe, describeFilter } from './describe-filter.ts';
import styles from './filter.module.css';
import { filtersOf, ruleOfFilters } from './simple-rule.ts';
import { usePeople } from '#activities';

const FilterForm = lazy(async () => ({ default: (await import('./filter-form.tsx')).FilterForm }));

/** The full editor of a rule, for what chips cannot say. It opens itself and closes itself. */
export type RuleEditor = ComponentType<{
  readonly rule: Rule | undefined;
  readonly onChange: (rule: Rule | undefined) => void;
  readonly onClose: () => void;
}>;

interface RuleFiltersProps {
  readonly rule: Rule | undefined;
  readonly onChange: (rule: Rule | undefined) => void;
  readonly editor?: RuleEditor | undefined;
}

/** The rule of a list as chips: each its fact and what is asked of it; one that is more than a list stands as one chip. */
export function RuleFilters({ rule, onChange, editor: Editor }: RuleFiltersProps) {
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState(false);
  const filters = filtersOf(rule);
  const people = usePeople(adding || (filters ?? []).some(({ fact }) => fact.endsWith('Id')) || filters === undefined);
  const telling = { ...useFormatting(), nameOf: people.nameOf };
  useShortcut({ keys: 'f', label: m.customers_filter(), group: 'page', run: () => setAdding(true) });
  return (
    <div className={styles.chips}>
      {filters?.map((leaf, index) => (
        <FilterChip
          key={index} {...describeFilter(leaf, telling)} onEdit={() => (Editor ? setEditing(true) : setAdding(true))}
          onRemove={() => onChange(ruleOfFilters(filters.filter((_, at) => at !== index)))}
        />
      ))}
      {filters === undefined && rule && (
        <FilterChip name={m.customers_rule()} value={describe(rule, telling)} onEdit={() => setEditing(true)} onRemove={() => onChange(undefined)} />
      )}
      {filters !== undefined && (
        <Popover opened={adding} onChange={setAdding} position="bottom-start" trapFocus returnFocus>
          <Popover.Target>
            <button type="button" className={styles.add} onClick={() => setAdding(!adding)} aria-haspopup="dialog" aria-expanded={adding}>
              <IconFilter size={13} stroke={1.75} aria-hidden />{m.customers_filter()}
            </button>
          </Popover.Target>
          <Popover.Dropdown aria-label={m.customers_filter()}>
            <Suspense fallback={<div className={styles.form} style={{ height: 120 }} />}>
              <FilterForm people={people} onDone={(leaf) => { setAdding(false); onChange(ruleOfFilters([...filters, leaf])); }} />
            </Suspense>
          </Popover.Dropdown>
        </Popover>
      )}
      {Editor && (
        <button type="button" className={styles.add} onClick={() => setEditing(true)}>{m.customers_rule_edit()}</button>
      )}
      <Suspense>{Editor && editing && <Editor rule={rule} onChange={onChange} onClose={() => setEditing(false)} />}</Suspense>
    </div>
  );
}
