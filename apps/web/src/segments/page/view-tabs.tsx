import { m } from '#words';
import type { SegmentView } from './segment-view.ts';
import styles from './page.module.css';

interface ViewTabsProps {
  readonly view: SegmentView;
  readonly onView: (view: SegmentView) => void;
  readonly kind: 'RULE' | 'LIST';
}

const names = { overview: m.segments_overview, members: m.segments_members, insight: m.segments_insight, changes: m.segments_changes };

// A rule explains itself in its overview; a list shows its members first.
const shown: Record<'RULE' | 'LIST', readonly SegmentView[]> = { RULE: ['overview', 'members', 'changes'], LIST: ['members', 'insight', 'changes'] };

export const ViewTabs = ({ view, onView, kind }: ViewTabsProps) => (
  <div className={styles.tabs} role="group" aria-label={m.segments_views()}>
    {shown[kind].map((each) => (
      <button key={each} type="button" aria-pressed={view === each || (kind === 'LIST' && view === 'overview' && each === 'members')} onClick={() => onView(each)}>{names[each]()}</button>
    ))}
  </div>
);
