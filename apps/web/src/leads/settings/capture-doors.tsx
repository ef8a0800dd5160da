import { refusalText } from '#api-client';
import { Chip, ConfirmDialog, copyText, ErrorState, lazily, RelativeTime, showToast, SkeletonRows } from '#design';
import { type CaptureDoorDetailsFragment, CaptureDoorsDocument, DeleteCaptureDoorDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation, useQuery } from '@apollo/client/react';
import { ActionIcon, Button } from '@mantine/core';
import { IconCopy, IconExternalLink, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import styles from '../leads.module.css';
import { kindWord } from './door-words.ts';

const CaptureDoorDialog = lazily(async () => (await import('./capture-door-dialog.tsx')).CaptureDoorDialog);

/** The doors through which leads come in by themselves, each with what to paste where. */
export function CaptureDoors() {
  const { data, error, refetch } = useQuery(CaptureDoorsDocument, { fetchPolicy: 'cache-and-network' });
  const [open, setOpen] = useState<{ readonly door: CaptureDoorDetailsFragment | undefined }>();
  const [leaving, setLeaving] = useState<CaptureDoorDetailsFragment>();
  const discard = useDeleteCaptureDoor();
  const doors = data?.captureDoors ?? [];
  // An open door is refused with a word that says what to do; nothing is asked that cannot be done.
  const ask = (door: CaptureDoorDetailsFragment) => (door.active ? void discard(door) : setLeaving(door));
  return (
    <section className={styles.part} aria-label={m.leads_doors()}>
      <div className={styles.partHead}>
        <div><h2>{m.leads_doors()}</h2><p className={styles.quiet}>{m.leads_doors_explained()}</p></div>
        <Button variant="default" leftSection={<IconPlus size={13} />} onClick={() => setOpen({ door: undefined })}>{m.leads_new_door()}</Button>
      </div>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : !data ? <SkeletonRows rows={3} /> : doors.length === 0 ? <p className={styles.quiet}>{m.leads_no_doors()}</p> : (
        <ul className={styles.rules}>{doors.map((door) => <Door key={door.id} door={door} onEdit={() => setOpen({ door })} onDelete={() => ask(door)} />)}</ul>
      )}
      {leaving && (
        <ConfirmDialog
          title={m.leads_delete_door_title({ name: leaving.name })} action={m.leads_delete()} dangerous onClose={() => setLeaving(undefined)}
          onConfirm={() => void discard(leaving).finally(() => setLeaving(undefined))}
        >
          {m.leads_delete_door_text()}
        </ConfirmDialog>
      )}
      {open && <CaptureDoorDialog key={`${open.door?.id} ${open.door?.version}`} door={open.door} onTheirs={(door) => setOpen({ door })} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

function useDeleteCaptureDoor() {
  const language = useLanguage();
  const [remove] = useMutation(DeleteCaptureDoorDocument, { refetchQueries: ['CaptureDoors'] });
  return ({ id, version }: CaptureDoorDetailsFragment): Promise<void> => remove({ variables: { input: { id, expectedVersion: version } } }).then(({ data }) => {
    const refusal = data?.deleteCaptureDoor.refusal;
    if (refusal) showToast(refusalText(refusal, language), { tone: 'bad' });
    else showToast(m.leads_door_deleted());
  }).catch(() => showToast(m.leads_failed(), { tone: 'bad' }));
}

function Door({ door, onEdit, onDelete }: { readonly door: CaptureDoorDetailsFragment; readonly onEdit: () => void; readonly onDelete: () => void }) {
  const { name, kind, token, active, leads, lastLeadAt } = door;
  const address = new URL(kind === 'FORM' ? `/forms/${token}` : `/capture/${kind.toLowerCase()}/${token}`, window.location.origin).href;
  const snippet = kind === 'FORM' ? `<script src="${address}/embed.js" async></script>` : address;
  const explained = { FORM: m.leads_embed(), EMAIL: m.leads_address_email(), SOCIAL: m.leads_address_social() }[kind];
  return (
    <li>
      <div className={styles.ruleText}>
        <b>{name}</b> <Chip>{kindWord(kind)}</Chip> {!active && <Chip tone="warn">{m.leads_off()}</Chip>}
        <p className={styles.quiet}>{m.leads_came({ count: leads })}{lastLeadAt && <> · <RelativeTime value={lastLeadAt} /></>}</p>
        <p className={styles.quiet}>{explained}</p>
        <code className={styles.snippet} tabIndex={0}>{snippet}</code>
      </div>
      <span className={styles.ruleActs}>
        <ActionIcon size={28} aria-label={`${m.design_copy()}: ${name}`} onClick={() => copyText(snippet)}><IconCopy size={14} stroke={1.6} /></ActionIcon>
        {kind === 'FORM' && <ActionIcon size={28} component="a" href={address} target="_blank" rel="noopener" aria-label={`${m.leads_open_form()}: ${name}`}><IconExternalLink size={14} stroke={1.6} /></ActionIcon>}
        <ActionIcon size={28} aria-label={m.leads_edit({ name })} onClick={onEdit}><IconPencil size={14} stroke={1.6} /></ActionIcon>
        <ActionIcon size={28} aria-label={m.leads_delete_door({ name })} onClick={onDelete}><IconTrash size={14} stroke={1.6} /></ActionIcon>
      </span>
    </li>
  );
}
