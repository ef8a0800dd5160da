import { PeopleDocument } from '#operations';
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Everybody that a filter or an owner field can name; asked for once, when first needed. */
export function usePeople(needed = true) {
  const { data } = useQuery(PeopleDocument, { skip: !needed, fetchPolicy: 'cache-first' });
  return useMemo(() => {
    const users: readonly Named[] = data?.users.edges.map(({ node }) => node) ?? [];
    const teams: readonly Named[] = data?.teams ?? [];
    const partners: readonly Named[] = data?.partners ?? [];
    const names = new Map([...users, ...teams, ...partners].map(({ id, name }) => [id, name]));
    return { users, teams, partners, nameOf: (id: string) => names.get(id) };
  }, [data]);
}

export type People = ReturnType<typeof usePeople>;
