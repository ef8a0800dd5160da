import { dateFormat, ErrorState, NearEnd, SkeletonRows, useFormatting } from '#design';
import { m } from '#words';
import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { EventLine } from './event/event-line.tsx';
import { kindWord, type TimelineKind, timelineKinds } from './timeline-kinds.ts';
import styles from './timeline.module.css';
import { type TimelinePage, useTimeline } from './use-timeline.ts';

interface TimelineProps {
  readonly customerId: string;
  readonly first: TimelinePage | undefined;
  readonly nameOf: (id: string) => string | undefined;
  readonly onOpenOrder: (id: string) => void;
}

/** Everything that happened with a customer; the filters stay in sight. */
export function Timeline({ customerId, first, nameOf, onOpenOrder }: TimelineProps) {
  const [kind, setKind] = useState<TimelineKind>('all');
  const { events, more, retry, hasMore, hasOlder, loadLatest, ready, failed } = useTimeline(customerId, first, kind);
  const { language, timeZone } = useFormatting();
  const months = dateFormat(language, { month: 'long', year: 'numeric', timeZone });
  const monthOf = (instant: string | undefined) => (instant === undefined ? undefined : months.format(Date.parse(instant)));
  return (
    <section aria-label={m.timeline_title()}>
      <div className={styles.filters} role="radiogroup" aria-label={m.timeline_filter()}>
        {timelineKinds.map((each) => (
          <button key={each} type="button" role="radio" aria-checked={kind === each} className={styles.filter} onClick={() => setKind(each)}>{kindWord(each)}</button>
        ))}
      </div>
      {!ready && !failed && <SkeletonRows rows={6} height={34} />}
      {loadLatest && <p className={styles.none}><Button variant="default" onClick={loadLatest}>{m.timeline_latest()}</Button></p>}
      <ol className={styles.events}>
        {events.map((event, index) => (
          <Fragment key={event.id}>
            {monthOf(event.occurredAt) !== monthOf(events[index - 1]?.occurredAt) && <li className={styles.month}>{monthOf(event.occurredAt)}</li>}
            <EventLine event={event} nameOf={nameOf} onOpenOrder={onOpenOrder} />
          </Fragment>
        ))}
      </ol>
      {ready && events.length === 0 && <p className={styles.none}><IconHistory size={16} stroke={1.5} aria-hidden />{m.timeline_empty()}</p>}
      {failed && <ErrorState onRetry={() => void retry()} />}
      {hasOlder && !failed && <p className={styles.none}><Button variant="default" onClick={() => void more()}>{m.timeline_older()}</Button></p>}
      {hasMore && !failed && <NearEnd onNear={more}><SkeletonRows rows={2} height={34} /></NearEnd>}
    </section>
  );
}
