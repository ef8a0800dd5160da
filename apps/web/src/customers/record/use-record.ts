import { CustomerChangedDocument, CustomerRecordDocument } from '#operations';
import { useQuery, useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';

const calm = 150;

/** The whole record in one question, asked again when something happens to the customer, whoever did it. */
export function useRecord(id: string) {
  const { data, error, refetch } = useQuery(CustomerRecordDocument, { variables: { id } });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // Several events of one write are one change.
  const renew = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void refetch().catch(() => {}), calm);
  };
  useSubscription(CustomerChangedDocument, { variables: { id }, fetchPolicy: 'no-cache', ignoreResults: true, onData: renew, onError: () => {} });
  return { customer: data?.customer, asked: data !== undefined, error, refetch, renew };
}

export type Record = NonNullable<ReturnType<typeof useRecord>['customer']>;
