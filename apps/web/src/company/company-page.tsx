import { useMe } from '#access';
import { Chip, ErrorState, PageHeader, SkeletonRows } from '#design';
import { CompanySettingsDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { scopeOf } from '@orbita/domain/access';
import { ExampleNote } from './example-note.tsx';
import { BusinessLines } from './lines/business-lines.tsx';
import { ExchangeRates } from './rates/exchange-rates.tsx';
import { SettingsForm } from './settings/settings-form.tsx';
import styles from './company.module.css';

/** What decides days, amounts and texts everywhere else. */
export function CompanyPage() {
  const { role } = useMe();
  const { data, error, refetch } = useQuery(CompanySettingsDocument);
  const company = data?.company;
  const mayWrite = scopeOf(role, 'company', 'update') !== 'none';
  return (
    <>
      <PageHeader title={m.shell_nav_company()} beside={company?.example && <Chip tone="warn">{m.company_example()}</Chip>} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={12} />}
      {company && (
        <div className={styles.page}>
          {company.example && <ExampleNote mayRemove={scopeOf(role, 'company', 'delete') !== 'none'} />}
          <SettingsForm key={company.id} company={company} mayWrite={mayWrite} />
          <BusinessLines mayWrite={mayWrite} />
          <ExchangeRates currency={company.currency} mayWrite={mayWrite} />
        </div>
      )}
    </>
  );
}
