import { useMe } from '#access';
import { NumberText, Stat } from '#design';
import { SellingDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { scopeOf } from '@orbita/domain/access';
import { Link } from '@tanstack/react-router';
import styles from './home.module.css';

/** Who waits for an answer, and what is on the board; each leads to it. */
export function SellingFigures() {
  const { role } = useMe();
  const [leads, opportunities] = [scopeOf(role, 'lead', 'read') !== 'none', scopeOf(role, 'opportunity', 'read') !== 'none'];
  const { data } = useQuery(SellingDocument, { variables: { leads, opportunities }, fetchPolicy: 'cache-and-network', skip: !leads && !opportunities });
  if (!leads && !opportunities) return null;
  const figure = (count: number | undefined) => (count === undefined ? '…' : <NumberText value={count} />);
  return (
    <section className={styles.figures} aria-label={m.home_selling()}>
      {leads && <Stat label={m.home_leads_mine()} value={figure(data?.mine?.totalCount)} note={<Link className={styles.more} to="/leads" search={{ shelf: 'new', whose: 'mine' }}>{m.home_leads_answer()}</Link>} />}
      {leads && <Stat label={m.home_leads_nobodys()} value={figure(data?.nobodys?.totalCount)} note={<Link className={styles.more} to="/leads" search={{ shelf: 'new', whose: 'nobody' }}>{m.home_leads_take()}</Link>} />}
      {opportunities && <Stat label={m.home_open_opportunities()} value={figure(data?.open?.totalCount)} note={<Link className={styles.more} to="/opportunities">{m.home_board()}</Link>} />}
    </section>
  );
}
