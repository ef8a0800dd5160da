import { CompanySignDocument } from '#operations';
import { useQuery } from '@apollo/client/react';
import styles from './shell.module.css';

export interface Sign {
  readonly name: string;
  readonly logo: string | null;
}

/** The company's name and logo, for the head of the shell. */
export const useCompanySign = (): Sign | undefined => useQuery(CompanySignDocument, { fetchPolicy: 'cache-first' }).data?.company ?? undefined;

/** Whose house one is in: its logo and name, Orbita's own until it has one. */
export function CompanySign({ sign }: { readonly sign: Sign | undefined }) {
  if (!sign?.logo) return <><img src="/orbita.svg" alt="" width={20} height={20} /><span className={styles.product}>Orbita</span></>;
  return <><img src={sign.logo} alt="" height={20} className={styles.sign} /><span className={styles.product} title={sign.name}>{sign.name}</span></>;
}
