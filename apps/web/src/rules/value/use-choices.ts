import { useFormatting } from '#design';
import { RuleCustomersDocument, RuleProductsDocument } from '#operations';
import { skipToken, useQuery } from '@apollo/client/react';
import type { OptionsFilter } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { FieldDefinition } from '@orbita/domain/facts';
import { useState } from 'react';
import { type Choice, choicesFor } from '../names/open-values.ts';
import { useFoundNames } from '../names/use-found-names.ts';
import { useRuleNames } from '../names/use-rule-names.ts';
import type { DraftLeaf } from '../tree/draft.ts';

export interface Choices {
  readonly list: readonly Choice[];
  /** Nothing is listed: anything may be written. */
  readonly free: boolean;
  /** Where the server looks: what is typed is asked for. */
  readonly search: { readonly searchValue?: string; readonly onSearchChange?: (text: string) => void; readonly filter?: OptionsFilter };
}

const known = ({ values, value }: DraftLeaf): readonly string[] => (values ?? (value === undefined ? [] : [value])).map(String);

/** What this fact can be compared with. */
export function useChoices(field: FieldDefinition, leaf: DraftLeaf): Choices {
  const { language } = useFormatting();
  const names = useRuleNames();
  const searched = useSearched(field, leaf);
  switch (field.references) {
    case undefined: {
      const list = field.type === 'enum' || field.valueLabels ? choicesFor(field, language) : undefined;
      return { list: list ? withKnown(list, leaf) : [], free: list === undefined, search: {} };
    }
    case 'product': case 'customer': return searched;
    case 'campaign': return { list: [], free: true, search: {} };
    default: return { list: names[field.references].map(({ id, name }) => ({ value: id, label: name })), free: false, search: {} };
  }
}

/** A value that is no longer on the list stays visible. */
const withKnown = (list: readonly Choice[], leaf: DraftLeaf): readonly Choice[] => [
  ...list, ...known(leaf).filter((value) => !list.some((choice) => choice.value === value)).map((value) => ({ value, label: value })),
];

const all: OptionsFilter = ({ options }) => options;

function useSearched({ references }: FieldDefinition, leaf: DraftLeaf): Choices {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 200);
  const products = useQuery(RuleProductsDocument, references === 'product' ? { variables: { search: asked || null } } : skipToken);
  const customers = useQuery(RuleCustomersDocument, references === 'customer' && asked.length > 1 ? { variables: { search: asked } } : skipToken);
  const picked = useFoundNames(references === 'customer' ? 'customer' : 'product', references === 'product' || references === 'customer' ? known(leaf) : []);
  const found = new Map([
    ...picked,
    ...(products.data?.products.edges ?? []).map(({ node }) => [node.id, node.name] as const),
    ...(customers.data?.searchCustomers ?? []).map(({ id, name }) => [id, name] as const),
  ]);
  const list = [...found].map(([value, label]) => ({ value, label }));
  return { list, free: false, search: { searchValue: text, onSearchChange: setText, filter: all } };
}
