import { m } from '#words';
import { type OpportunityStatus, opportunityStatuses } from '@orbita/domain/opportunities';
import { statusWord } from '../opportunity-words.ts';
import styles from '../opportunities.module.css';

interface StatusShelfProps {
  readonly status: OpportunityStatus | undefined;
  readonly onStatus: (status: OpportunityStatus | undefined) => void;
}

/** Only the open ones, the won or the lost; without a choice all. */
export const StatusShelf = ({ status, onStatus }: StatusShelfProps) => (
  <div className={styles.tabs} role="group" aria-label={m.opportunities_status()}>
    <button type="button" aria-pressed={status === undefined} onClick={() => onStatus(undefined)}>{m.opportunities_all()}</button>
    {opportunityStatuses.map((each) => <button key={each} type="button" aria-pressed={status === each} onClick={() => onStatus(each)}>{statusWord(each)}</button>)}
  </div>
);
