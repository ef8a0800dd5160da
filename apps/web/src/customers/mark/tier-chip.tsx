import { useLanguage } from '#words';
import { valueTiers } from '@orbita/domain/facts';
import styles from './tier-chip.module.css';

/** The value tier by its letter, the name on hover; nothing for one who has not bought. */
export function TierChip({ tier, named = false }: { readonly tier: string | null; readonly named?: boolean }) {
  const language = useLanguage();
  if (tier === null || tier === 'NONE') return null;
  const name = valueTiers[tier]?.[language] ?? tier;
  return <span className={styles.tier} data-tier={tier} title={name}>{named ? name : tier}{!named && <span className="visually-hidden"> {name}</span>}</span>;
}
