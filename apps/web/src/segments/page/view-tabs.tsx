import { m } from '#words';
import { type SegmentView, segmentViews } from './segment-view.ts';
import styles from './page.module.css';

interface ViewTabsProps {
  readonly view: SegmentView;
  readonly onView: (view: SegmentView) => void;
  readonly past: boolean;
}

const names = { overview: m.segments_overview, members: m.segments_members, changes: m.segments_changes };

export const ViewTabs = ({ view, onView, past }: ViewTabsProps) => (
  <div className={styles.tabs} role="group" aria-label={m.segments_views()}>
    {segmentViews.filter((each) => past || each !== 'overview').map((each) => (
      <button key={each} type="button" aria-pressed={view === each || (!past && view === 'overview' && each === 'members')} onClick={() => onView(each)}>{names[each]()}</button>
    ))}
  </div>
);
