import { Dialog, Fields, LongTextField } from '#design';
import type { MoveOpportunityMutation } from '#operations';
import { m } from '#words';
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { GateList } from '../record/gate-list.tsx';

type Answered = NonNullable<MoveOpportunityMutation['moveOpportunity']['opportunity']>;

interface GateDialogProps {
  readonly opportunity: Pick<Answered, 'id' | 'title' | 'allowedMoves' | 'viewerCanOverride'>;
  /** Key of the stage, or WON. */
  readonly to: string;
  readonly toName: string;
  readonly onClose: () => void;
  readonly onOpen?: (id: string) => void;
  readonly onOverride: (reason: string) => Promise<void>;
}

/** Why a card may not go there yet, what to do about it, and, for whom may, the way past it with a reason. */
export function GateDialog({ opportunity, to, toName, onClose, onOpen, onOverride }: GateDialogProps) {
  const formId = useId();
  const [reason, setReason] = useState('');
  const { id, title, viewerCanOverride, allowedMoves } = opportunity;
  const missing = allowedMoves.find((move) => move.to === to)?.missing ?? [];
  return (
    <Dialog
      title={m.opportunities_gate_shut({ stage: toName })} onClose={onClose}
      footer={(
        <>
          <Button variant="default" onClick={onClose}>{m.opportunities_leave_it()}</Button>
          {viewerCanOverride && <Button type="submit" form={formId} variant="default" disabled={reason.trim() === ''}>{m.opportunities_override()}</Button>}
          {onOpen && <Button data-autofocus onClick={() => { onClose(); onOpen(id); }}>{m.opportunities_fill_in()}</Button>}
        </>
      )}
    >
      <p>{m.opportunities_gate_missing({ title })}</p>
      <GateList missing={missing} />
      {viewerCanOverride && (
        <form id={formId} onSubmit={(event) => { event.preventDefault(); void onOverride(reason.trim()); }}>
          <Fields><LongTextField label={m.opportunities_override_reason()} description={m.opportunities_override_told()} maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} /></Fields>
        </form>
      )}
    </Dialog>
  );
}
