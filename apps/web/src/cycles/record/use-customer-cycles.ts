import { CustomerCyclesDocument, type CustomerCyclesQuery } from '#operations';
import { useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';

export type CyclesOfCustomer = NonNullable<CustomerCyclesQuery['customer']>;
export type CycleDetails = CyclesOfCustomer['open']['edges'][number]['node'];

/** The cycles of a customer, asked for again when another record (`after`) says that something happened to him. */
export function useCustomerCycles(id: string, after: object) {
  const { data, error, refetch } = useQuery(CustomerCyclesDocument, { variables: { id } });
  const seen = useRef(after);
  useEffect(() => {
    if (seen.current === after) return;
    seen.current = after;
    void refetch().catch(() => {});
  }, [after, refetch]);
  return { customer: data?.customer, error, renew: () => void refetch().catch(() => {}) };
}
