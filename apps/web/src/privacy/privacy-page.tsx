import { EmptyState, ErrorState, lazily, PageHeader, SkeletonRows } from '#design';
import { PersonPrivacyDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFileCode, IconFileText, IconShieldOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ConsentHistory } from './consent-history.tsx';
import { KeptKinds } from './kept-kinds.tsx';
import styles from './privacy.module.css';

const EraseDialog = lazily(async () => (await import('./erase-dialog.tsx')).EraseDialog);

interface PrivacyPageProps {
  readonly id: string;
  readonly contactId: string | undefined;
}

/** The rights of a person: what is kept, to what he agreed, a copy of all of it, and its erasure. */
export function PrivacyPage({ id, contactId }: PrivacyPageProps) {
  const language = useLanguage();
  const { data, error, loading, refetch } = useQuery(PersonPrivacyDocument, { variables: { id, contactId: contactId ?? null }, fetchPolicy: 'network-only' });
  const [erasing, setErasing] = useState(false);
  const kept = data?.personalDataKept;
  const customer = data?.customer;
  const file = (format: 'html' | 'json') => ({
    component: 'a' as const, download: true, href: `/api/personal-data/${id}.${format}?language=${language}${contactId ? `&contact=${contactId}` : ''}`,
  });
  return (
    <>
      <PageHeader
        title={m.privacy_title()}
        beside={kept && customer && (
          <span className={styles.whose}>
            <Link to="/customers/$id" params={{ id }}>{customer.name}</Link>
            {contactId && <> · {kept.name} · <Link to="/customers/$id/privacy" params={{ id }}>{m.privacy_whole()}</Link></>}
          </span>
        )}
        actions={kept && (
          <>
            <Menu position="bottom-end">
              <Menu.Target><Button variant="default" leftSection={<IconDownload size={14} stroke={1.6} />}>{m.privacy_take()}</Button></Menu.Target>
              <Menu.Dropdown>
                <Menu.Item {...file('html')} leftSection={<IconFileText size={14} aria-hidden />}>{m.privacy_take_html()}</Menu.Item>
                <Menu.Item {...file('json')} leftSection={<IconFileCode size={14} aria-hidden />}>{m.privacy_take_json()}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
            {kept.viewerCanErase && <Button color="red.9" onClick={() => setErasing(true)}>{m.privacy_erase()}…</Button>}
          </>
        )}
      />
      <div className={styles.page}>
        {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
        {loading && !data && <SkeletonRows rows={12} />}
        {data && !kept && <EmptyState icon={IconShieldOff} text={m.privacy_gone()} />}
        {kept?.erased && <p role="status" className={styles.erased}>{m.privacy_is_erased()}</p>}
        {kept && <KeptKinds kept={kept} />}
        {kept && customer && !contactId && <ConsentHistory customer={customer} mayRecord={!kept.erased} />}
        {customer && !contactId && customer.contacts.length > 0 && (
          <section aria-labelledby="privacy-people" className={styles.card}>
            <h2 id="privacy-people">{m.privacy_people()}</h2>
            <ul className={styles.people}>
              {customer.contacts.map((contact) => {
                const name = [contact.givenName, contact.familyName].filter(Boolean).join(' ');
                return <li key={contact.id}><Link to="/customers/$id/privacy" params={{ id }} search={{ contact: contact.id }}>{m.privacy_of_person({ name })}</Link></li>;
              })}
            </ul>
          </section>
        )}
        <Link to="/settings/privacy" className={styles.quiet}>{m.privacy_erasures()}</Link>
      </div>
      {erasing && kept && <EraseDialog kept={kept} onErased={() => void refetch()} onClose={() => setErasing(false)} />}
    </>
  );
}
