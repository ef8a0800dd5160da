import { useMe } from '#access';
import { type RuleNamesQuery, RuleNamesDocument } from '#operations';
import { useQuery } from '@apollo/client/react';
import { scopeOf } from '@orbita/domain/access';
import type { FactReference } from '@orbita/domain/facts';
import { useMemo } from 'react';

export interface Named {
  readonly id: string;
  readonly name: string;
}

type Listed = Exclude<FactReference, 'product' | 'customer' | 'campaign'>;
export type RuleNames = Readonly<Record<Listed, readonly Named[]>>;

const nobody: RuleNames = { user: [], team: [], partner: [], line: [], category: [] };

function read(data: RuleNamesQuery | undefined): RuleNames {
  if (!data) return nobody;
  return {
    user: data.users?.edges.map(({ node }) => node) ?? [],
    team: data.teams ?? [],
    partner: data.partners ?? [],
    line: data.businessLines ?? [],
    category: data.productCategories ?? [],
  };
}

/** Whom and what a rule can name by id; what the viewer may not read is not asked for. */
export function useRuleNames(): RuleNames {
  const { role } = useMe();
  const may = (noun: 'user' | 'company' | 'product') => scopeOf(role, noun, 'read') !== 'none';
  const { data } = useQuery(RuleNamesDocument, {
    variables: { staff: may('user'), lines: may('company'), categories: may('product') }, fetchPolicy: 'cache-first',
  });
  return useMemo(() => read(data), [data]);
}
