import { CompanySignDocument } from '#operations';
import { useQuery } from '@apollo/client/react';
import styles from './shell.module.css';

/** Whose house one is in: its logo and name, Orbita's own until it has one. */
export function CompanySign() {
  const { data } = useQuery(CompanySignDocument, { fetchPolicy: 'cache-first' });
  const company = data?.company;
  if (!company?.logo) return <><img src="/orbita.svg" alt="" width={20} height={20} /><span className={styles.product}>Orbita</span></>;
  return <><img src={company.logo} alt="" height={20} className={styles.sign} /><span className={styles.product} title={company.name}>{company.name}</span></>;
}
