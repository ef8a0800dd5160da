import type { Seen } from '#customers';
import { Monogram, SkeletonBar } from '#design';
import { ChosenCustomerDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import styles from './home.module.css';

/** Where one was, each by the name that he has now and as far as one may see him. */
export const SeenList = ({ seen }: { readonly seen: readonly Seen[] }) => (
  <section className={styles.card} aria-label={m.home_seen()}>
    <h2 className={styles.title}>{m.home_seen()}</h2>
    <ul className={styles.list}>{seen.map((one) => <SeenLine key={one.id} seen={one} />)}</ul>
  </section>
);

function SeenLine({ seen: { id, kind } }: { readonly seen: Seen }) {
  const { data, loading } = useQuery(ChosenCustomerDocument, { variables: { id } });
  if (loading && !data) return <li aria-hidden><SkeletonBar width={48} /></li>;
  const name = data?.customer?.name;
  if (!name) return null;
  return <li><Monogram name={name} shape={kind === 'ORGANISATION' ? 'square' : 'round'} /><Link to="/customers/$id" params={{ id }}>{name}</Link></li>;
}
