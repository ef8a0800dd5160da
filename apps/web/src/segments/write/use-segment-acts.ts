import { refusalText, type Refused } from '#api-client';
import { showToast } from '#design';
import { DeleteSegmentDocument, RestoreSegmentDocument, type SegmentHeadFragment, ShareSegmentDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';


type Meant = Pick<SegmentHeadFragment, 'id' | 'version' | 'name'>;

/** What is done to a segment at once, with a way back. */
export function useSegmentActs() {
  const language = useLanguage();
  const [share] = useMutation(ShareSegmentDocument);
  const [remove] = useMutation(DeleteSegmentDocument);
  const [restore] = useMutation(RestoreSegmentDocument);
  const said = (refusal: Refused | null | undefined): boolean => {
    if (refusal) showToast(refusalText(refusal, language), { tone: 'bad' });
    return Boolean(refusal);
  };
  const failed = () => showToast(m.segments_failed(), { tone: 'bad' });
  const forget = (client: { cache: { evict: (what: { fieldName: string }) => unknown; gc: () => unknown } }) => {
    client.cache.evict({ fieldName: 'segments' });
    client.cache.gc();
  };
  const bringBack = async ({ id, version, name }: Meant) => {
    const { data } = await restore({ variables: { input: { id, expectedVersion: version } }, update: (cache) => forget({ cache }) });
    if (!said(data?.restoreSegment.refusal)) showToast(m.segments_restored({ name }));
  };
  const discard = async ({ id, version, name }: Meant): Promise<boolean> => {
    const { data } = await remove({ variables: { input: { id, expectedVersion: version } }, update: (cache) => forget({ cache }) });
    const segment = data?.deleteSegment.segment;
    if (said(data?.deleteSegment.refusal) || !segment) return false;
    showToast(m.segments_deleted({ name }), { undo: () => void bringBack({ id, name, version: segment.version }).catch(failed) });
    return true;
  };
  const setShared = async (segment: SegmentHeadFragment, shared: boolean, again = false): Promise<void> => {
    const { id, version, name } = segment;
    const { data } = await share({
      variables: { input: { id, expectedVersion: version, shared } },
      optimisticResponse: { __typename: 'Mutation', shareSegment: { __typename: 'ShareSegmentResult', segment: { ...segment, shared }, refusal: null } },
    });
    const now = data?.shareSegment.segment;
    if (said(data?.shareSegment.refusal) || !now || again) return;
    showToast(shared ? m.segments_now_shared({ name }) : m.segments_now_private({ name }), { undo: () => void setShared(now, !shared, true).catch(failed) });
  };
  return { bringBack, discard, setShared, failed };
}
