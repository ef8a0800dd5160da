import { Addresses, Consents, ContactPeople, ContactPoints } from '#contacts';
import { ConflictDialog, type ProfileField, ProfileFields, useEditCustomer } from '#customers';
import { SkeletonRows } from '#design';
import { CheckCustomerQualityDocument, type QualityCheckLineFragment, QualityMendDocument, type QualityMendQuery } from '#operations';
import { m } from '#words';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ProposalLines } from './proposal-lines.tsx';
import styles from './quality.module.css';

type Mended = NonNullable<QualityMendQuery['customer']>;
type Field = QualityCheckLineFragment['field'];

/** Which line of the profile mends a check; the rest has editors of its own. */
const lines: Partial<Record<Field, ProfileField>> = {
  name: 'name', kind: 'taxId', taxId: 'taxId', language: 'language', preferredChannel: 'preferredChannel', source: 'source', owner: 'owner',
};

/** One customer with what is missing of him, and the editors of his record that mend it. */
export function Mend({ id }: { readonly id: string }) {
  const { data } = useQuery(QualityMendDocument, { variables: { id } });
  const customer = data?.customer;
  return customer ? <Editors customer={customer} /> : <SkeletonRows rows={4} />;
}

function Editors({ customer }: { readonly customer: Mended }) {
  const editing = useEditCustomer();
  useCheckedWhenChanged(customer);
  const missing = customer.quality?.missing ?? [];
  // What was missing when one came stays in its place while one mends it.
  const [fields] = useState(() => new Set(missing.map(({ field }) => field)));
  const own = [...fields].flatMap((field) => lines[field] ?? []);
  const mayEdit = customer.viewerCanUpdate;
  return (
    <div className={styles.mend}>
      {missing.length === 0
        ? <p className={styles.done} role="status">{m.quality_customer_whole()}</p>
        : <ul className={styles.missing}>{missing.map((check) => <li key={check.key}><b>{check.label}.</b> {check.advice}{check.field === 'duplicates' && <> <Link to="/duplicates" search={{ customer: customer.id }}>{m.quality_compare()}</Link></>}</li>)}</ul>}
      <ProposalLines customer={customer} />
      <div className={styles.editors}>
        {own.length > 0 && <div className={styles.lines}><ProfileFields customer={customer} editing={editing} only={own} /></div>}
        {fields.has('contactPoints') && <ContactPoints customer={customer} mayEdit={mayEdit} />}
        {fields.has('contacts') && <ContactPeople customer={customer} mayEdit={mayEdit} />}
        {fields.has('address') && <Addresses customer={customer} mayEdit={mayEdit} />}
        {fields.has('consents') && <Consents customer={customer} mayEdit={mayEdit} />}
      </div>
      <p><Link to="/customers/$id" params={{ id: customer.id }}>{m.quality_open()}</Link></p>
      {editing.conflict && <ConflictDialog conflict={editing.conflict} onResolve={editing.resolve} />}
    </div>
  );
}

const calm = 250;

/** Whoever mends sees it at once: he is judged anew as soon as something of him was saved. */
function useCheckedWhenChanged({ quality: _, enrichmentProposals: __, ...known }: Mended): void {
  const client = useApolloClient();
  const stamp = JSON.stringify(known);
  const seen = useRef(stamp);
  const { id } = known;
  useEffect(() => {
    if (seen.current === stamp) return undefined;
    const timer = setTimeout(() => {
      seen.current = stamp;
      void client.mutate({ mutation: CheckCustomerQualityDocument, variables: { id }, refetchQueries: ['QualityOverview'] }).catch(() => {});
    }, calm);
    return () => clearTimeout(timer);
  }, [client, id, stamp]);
}
