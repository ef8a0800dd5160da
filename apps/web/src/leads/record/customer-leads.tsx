import { useMe } from '#access';
import { StageDot, useFormatting } from '#design';
import { CustomerLeadsDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { scopeOf } from '@orbita/domain/access';
import { Link } from '@tanstack/react-router';
import { glimpse, channelWord, statusColor, statusWord } from '../lead-words.ts';
import styles from '../leads.module.css';
import { ResponseClock } from '../list/response-clock.tsx';

/** The leads of a customer, the latest first; nothing where there were none. */
export function CustomerLeads({ customerId }: { readonly customerId: string }) {
  const { role } = useMe();
  const { language } = useFormatting();
  const { data } = useQuery(CustomerLeadsDocument, { variables: { customerId }, fetchPolicy: 'cache-and-network', skip: scopeOf(role, 'lead', 'read') === 'none' });
  const leads = data?.leads.edges.map(({ node }) => node) ?? [];
  if (leads.length === 0) return null;
  return (
    <section className={styles.card} aria-label={m.leads_of_customer()}>
      <h2>{m.leads_of_customer()} <span className={styles.count}>{data?.leads.totalCount}</span></h2>
      <ul>
        {leads.map((lead) => (
          <li key={lead.id}>
            <Link to="/leads" search={{ lead: lead.id, shelf: 'all' }}>{glimpse(lead) || channelWord(lead.channel, language)}</Link>
            <span className={styles.foot}><span className={styles.status}><StageDot color={statusColor[lead.status]} />{statusWord(lead.status, language)}</span><ResponseClock lead={lead} /></span>
          </li>
        ))}
      </ul>
    </section>
  );
}
