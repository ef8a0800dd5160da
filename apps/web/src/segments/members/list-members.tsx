import { refusalText } from '#api-client';
import { CustomerField } from '#customer-field';
import { EmptyState, showToast } from '#design';
import { AddToSegmentDocument, RemoveFromSegmentDocument, type SegmentQuery } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Members } from './members.tsx';
import styles from './members.module.css';

type Segment = NonNullable<SegmentQuery['segment']>;

/** A list kept by hand: customers are found and put on it, chosen and taken off. */
export function ListMembers({ segment }: { readonly segment: Segment }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { add, remove } = useListChange(segment.id);
  const takeOff = () => {
    const ids = [...selected];
    setSelected(new Set());
    void remove(ids).then((done) => done && showToast(m.segments_taken_off({ count: ids.length }), { undo: () => void add(ids) }));
  };
  return (
    <>
      {segment.viewerCanUpdate && (
        <div className={styles.tools}>
          <CustomerField
            size="xs" w={320} aria-label={m.segments_add_customer()} placeholder={m.segments_add_customer()} value={null}
            leftSection={<IconUserPlus size={14} stroke={1.6} aria-hidden />} onChange={(id) => id && void add([id])}
          />
          {selected.size > 0 && <Button variant="default" onClick={takeOff}>{m.segments_take_off({ count: selected.size })}</Button>}
        </div>
      )}
      <Members
        segmentId={segment.id} empty={<EmptyState icon={IconUsers} text={m.segments_list_empty()} />}
        {...(segment.viewerCanUpdate ? { selection: { ids: selected, onChange: setSelected } } : {})}
      />
    </>
  );
}

function useListChange(id: string) {
  const language = useLanguage();
  const again = { refetchQueries: ['SegmentMembers', 'Segment'] };
  const [put] = useMutation(AddToSegmentDocument, again);
  const [take] = useMutation(RemoveFromSegmentDocument, again);
  const failed = () => {
    showToast(m.segments_failed(), { tone: 'bad' });
    return false;
  };
  const add = (customerIds: readonly string[]): Promise<boolean> => put({ variables: { input: { id, customerIds: [...customerIds] } } })
    .then(({ data }) => data?.addToSegment.refusal ? (showToast(refusalText(data.addToSegment.refusal, language), { tone: 'bad' }), false) : true).catch(failed);
  const remove = (customerIds: readonly string[]): Promise<boolean> => take({ variables: { input: { id, customerIds: [...customerIds] } } })
    .then(({ data }) => data?.removeFromSegment.refusal ? (showToast(refusalText(data.removeFromSegment.refusal, language), { tone: 'bad' }), false) : true).catch(failed);
  return { add, remove };
}
