import { StageChip, type StageColor } from '#design';
import { useLanguage } from '#words';
import { rfmSegments, valueTiers } from '@orbita/domain/facts';
import styles from './value-marks.module.css';

const colours: Record<string, StageColor> = {
  CHAMPION: 'green', LOYAL: 'green', POTENTIAL_LOYALIST: 'cyan', NEW: 'blue', PROMISING: 'blue', NEEDS_ATTENTION: 'amber',
  ABOUT_TO_SLEEP: 'amber', AT_RISK: 'red', CANNOT_LOSE: 'pink', HIBERNATING: 'slate', NO_PURCHASES: 'slate',
};

/** The RFM segment by its name. */
export function RfmChip({ segment }: { readonly segment: string | null }) {
  const language = useLanguage();
  if (segment === null) return null;
  return <StageChip color={colours[segment] ?? 'slate'} name={rfmSegments[segment]?.[language] ?? segment} />;
}

/** The value tier by its letter, the name on hover; nothing for one who has not bought. */
export function TierChip({ tier, named = false }: { readonly tier: string | null; readonly named?: boolean }) {
  const language = useLanguage();
  if (tier === null || tier === 'NONE') return null;
  const name = valueTiers[tier]?.[language] ?? tier;
  return <span className={styles.tier} data-tier={tier} title={name}>{named ? name : tier}{!named && <span className="visually-hidden"> {name}</span>}</span>;
}
