import { StageChip, type StageColor } from '#design';
import { useLanguage } from '#words';
import { rfmSegments } from '@orbita/domain/facts';

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
