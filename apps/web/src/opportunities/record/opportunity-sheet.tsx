import { usePeople } from '#activities';
import { Chip, DateText, decimalOrText, decimalText, lazily, Money, useFormatting } from '#design';
import type { OpportunityAnswer } from '#operations';
import { m } from '#words';
import { Button } from '@mantine/core';
import { answerLabels, type Criterion, criteria, criterionLabels } from '@orbita/domain/leads';
import { lossReasonLabels, winReasonLabels } from '@orbita/domain/opportunities';
import { IconRefresh, IconThumbDown, IconTrophy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { statusWord } from '../opportunity-words.ts';
import { EditField } from './edit-field.tsx';
import { StageHistory } from './stage-history.tsx';
import { StagePath } from './stage-path.tsx';
import { type OpportunityRecord, useOpportunityActs } from './use-opportunity.ts';
import styles from './record.module.css';

const CustomSection = lazily(async () => (await import('./custom-section.tsx')).CustomSection);
const GateList = lazily(async () => (await import('./gate-list.tsx')).GateList);
const GateDialog = lazily(async () => (await import('../board/gate-dialog.tsx')).GateDialog);
const LoseDialog = lazily(async () => (await import('./lose-dialog.tsx')).LoseDialog);
const NextTask = lazily(async () => (await import('./next-task.tsx')).NextTask);
const WinDialog = lazily(async () => (await import('./win-dialog.tsx')).WinDialog);

interface OpportunitySheetProps {
  readonly opportunity: OpportunityRecord;
  /** Shown from memory while it is read anew. */
  readonly renewing: boolean;
  readonly onChanged: () => void;
  readonly onOpen?: ((id: string) => void) | undefined;
}

/** The whole opportunity: where it stands, what is missing, what is known, what was. */
export function OpportunitySheet({ opportunity, renewing, onChanged, onOpen }: OpportunitySheetProps) {
  const { status, customerId, customerName, viewerCanUpdate, missingForGate, isStale, ageDays, weightedAmount, amount } = opportunity;
  const { update, move, reopen, inTurn } = useOpportunityActs(opportunity, renewing, onChanged, onOpen);
  const [dialog, setDialog] = useState<'win' | 'lose' | { readonly to: string }>();
  const { language } = useFormatting();
  const isOpen = status === 'OPEN';
  const mayWin = opportunity.allowedMoves.some(({ direction }) => direction === 'WIN');
  const nameOf = (key: string) => opportunity.pipeline?.stages.find((stage) => stage.key === key)?.names[language] ?? key;
  const go = (to: string) => {
    if ((opportunity.allowedMoves.find((each) => each.to === to)?.missing.length ?? 0) > 0) setDialog({ to });
    else void move(to);
  };
  return (
    <div className={styles.sheet}>
      <p className={styles.head}>
        <Link to="/customers/$id" params={{ id: customerId }}>{customerName}</Link>
        {!isOpen && <Chip tone={status === 'WON' ? 'ok' : 'bad'}>{statusWord(status)}</Chip>}
        {isStale && <Chip tone="warn">{m.opportunities_stale()}</Chip>}
        <span className={styles.quiet}>{m.opportunities_age({ count: ageDays })}</span>
      </p>
      <StagePath opportunity={opportunity} onMove={go} />
      {isOpen && viewerCanUpdate && (
        <div className={styles.acts}>
          {mayWin && <Button leftSection={<IconTrophy size={14} stroke={1.75} />} onClick={() => setDialog('win')}>{m.opportunities_win()}</Button>}
          <Button variant="default" leftSection={<IconThumbDown size={14} stroke={1.75} />} onClick={() => setDialog('lose')}>{m.opportunities_lose()}</Button>
        </div>
      )}
      {status === 'LOST' && viewerCanUpdate && <div className={styles.acts}><Button variant="default" leftSection={<IconRefresh size={14} stroke={1.75} />} onClick={() => void reopen()}>{m.opportunities_reopen()}</Button></div>}
      {isOpen && missingForGate.length > 0 && (
        <section className={styles.part}><h3>{m.opportunities_to_leave({ stage: nameOf(opportunity.stage) })}</h3><GateList missing={missingForGate} /></section>
      )}
      {!isOpen && <Closing opportunity={opportunity} />}
      <Facts opportunity={opportunity} update={update} mayEdit={isOpen && viewerCanUpdate} />
      {opportunity.customValues.length > 0 && <CustomSection opportunity={opportunity} update={update} mayEdit={isOpen && viewerCanUpdate} />}
      {weightedAmount && amount && isOpen && <p className={styles.quiet}>{m.opportunities_weighted()}: <Money {...weightedAmount} /></p>}
      <NextTask opportunity={opportunity} onPlanned={onChanged} />
      <section className={styles.part}><h3>{m.opportunities_history()}</h3><StageHistory opportunity={opportunity} /></section>
      {dialog === 'win' && <WinDialog opportunity={opportunity} inTurn={inTurn} onClose={() => setDialog(undefined)} onWon={onChanged} />}
      {dialog === 'lose' && <LoseDialog opportunity={opportunity} inTurn={inTurn} onClose={() => setDialog(undefined)} onLost={onChanged} />}
      {typeof dialog === 'object' && (
        <GateDialog opportunity={opportunity} to={dialog.to} toName={nameOf(dialog.to)} onClose={() => setDialog(undefined)} onOverride={async (reason) => { setDialog(undefined); await move(dialog.to, reason); }} />
      )}
    </div>
  );
}

interface FactsProps {
  readonly opportunity: OpportunityRecord;
  readonly update: ReturnType<typeof useOpportunityActs>['update'];
  readonly mayEdit: boolean;
}

function Facts({ opportunity, update, mayEdit }: FactsProps) {
  const { language, currency } = useFormatting();
  const people = usePeople();
  const { title, amount, expectedCloseOn, owner, contact, customer, qualification } = opportunity;
  const answers = Object.entries(answerLabels).map(([value, label]) => ({ value, label: label[language] }));
  const contacts = (customer?.contacts ?? []).map(({ id, givenName, familyName }) => ({ value: id, label: [givenName, familyName].filter(Boolean).join(' ') }));
  return (
    <>
      <section className={styles.fields}>
        <div className={styles.wide}><EditField label={m.opportunities_title()} value={title} mayEdit={mayEdit} onSave={(next) => update({ title: next })} /></div>
        <EditField label={m.opportunities_amount()} type="amount" value={decimalText(amount?.amount, language)} suffix={amount?.currency ?? currency} mayEdit={mayEdit} onSave={(next) => update({ amount: decimalOrText(next, language) })} />
        <EditField label={m.opportunities_expected_close()} type="date" value={expectedCloseOn ?? ''} mayEdit={mayEdit} onSave={(next) => update({ expectedCloseOn: next || null })} />
        <EditField label={m.opportunities_owner()} value={owner?.id ?? ''} mayEdit={mayEdit} options={withOwn(people.users.map(({ id, name }) => ({ value: id, label: name })), owner)} onSave={(next) => update({ ownerId: next || null })} />
        <EditField label={m.opportunities_contact()} value={contact?.id ?? ''} mayEdit={mayEdit} options={withOwn(contacts, contact)} onSave={(next) => update({ contactId: next || null })} />
      </section>
      <section className={styles.part}>
        <h3>{m.opportunities_qualification()}</h3>
        <div className={styles.fields}>
          {criteria.map((criterion) => (
            <EditField
              key={criterion} label={criterionLabels[criterion][language]} value={qualification?.[criterion] ?? 'UNKNOWN'} mayEdit={mayEdit} options={answers}
              onSave={(next) => update({ qualification: answered(criterion, (next || 'UNKNOWN') as OpportunityAnswer) })}
            />
          ))}
        </div>
      </section>
    </>
  );
}

const answered = (criterion: Criterion, answer: OpportunityAnswer) => ({ [criterion]: { answer } });

/** Who holds it now stands in the list, also when he would not be offered any more. */
const withOwn = (options: readonly { value: string; label: string }[], own: { id: string; name: string } | null) =>
  (own && !options.some(({ value }) => value === own.id) ? [...options, { value: own.id, label: own.name }] : options);

function Closing({ opportunity }: { readonly opportunity: OpportunityRecord }) {
  const { language } = useFormatting();
  const { status, closedAt, winReasons, lossReason, closeNote, competitor, order } = opportunity;
  const reasons = status === 'WON' ? winReasons.map((reason) => winReasonLabels[reason][language]) : lossReason ? [lossReasonLabels[lossReason][language]] : [];
  return (
    <dl className={styles.closing}>
      <div><dt>{statusWord(status)}</dt><dd>{closedAt && <DateText value={closedAt} style="moment" />}</dd></div>
      {reasons.length > 0 && <div><dt>{m.opportunities_reason()}</dt><dd>{reasons.join(', ')}</dd></div>}
      {competitor && <div><dt>{m.opportunities_competitor()}</dt><dd>{competitor}</dd></div>}
      {order && <div><dt>{m.opportunities_order()}</dt><dd>{order.number}</dd></div>}
      {closeNote && <div><dt>{m.opportunities_note()}</dt><dd>{closeNote}</dd></div>}
    </dl>
  );
}
