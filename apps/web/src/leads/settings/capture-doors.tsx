import { Chip, ErrorState, RelativeTime, showToast, SkeletonRows, lazily } from '#design';
import { type CaptureDoorDetailsFragment, CaptureDoorsDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { ActionIcon, Button } from '@mantine/core';
import { IconCopy, IconExternalLink, IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import styles from '../leads.module.css';
import { kindWord } from './door-words.ts';

const CaptureDoorDialog = lazily(async () => (await import('./capture-door-dialog.tsx')).CaptureDoorDialog);

/** The doors through which leads come in by themselves, each with what to paste where. */
export function CaptureDoors() {
  const { data, error, refetch } = useQuery(CaptureDoorsDocument, { fetchPolicy: 'cache-and-network' });
  const [open, setOpen] = useState<{ readonly door: CaptureDoorDetailsFragment | undefined }>();
  const doors = data?.captureDoors ?? [];
  return (
    <section className={styles.part} aria-label={m.leads_doors()}>
      <div className={styles.partHead}>
        <div><h2>{m.leads_doors()}</h2><p className={styles.quiet}>{m.leads_doors_explained()}</p></div>
        <Button variant="default" leftSection={<IconPlus size={13} />} onClick={() => setOpen({ door: undefined })}>{m.leads_new_door()}</Button>
      </div>
      {error && !data ? <ErrorState onRetry={() => void refetch()} /> : !data ? <SkeletonRows rows={3} /> : doors.length === 0 ? <p className={styles.quiet}>{m.leads_no_doors()}</p> : (
        <ul className={styles.rules}>{doors.map((door) => <Door key={door.id} door={door} onEdit={() => setOpen({ door })} />)}</ul>
      )}
      {open && <CaptureDoorDialog door={open.door} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

function Door({ door, onEdit }: { readonly door: CaptureDoorDetailsFragment; readonly onEdit: () => void }) {
  const { name, kind, token, active, leads, lastLeadAt } = door;
  const address = new URL(kind === 'FORM' ? `/forms/${token}` : `/capture/${kind.toLowerCase()}/${token}`, window.location.origin).href;
  const snippet = kind === 'FORM' ? `<script src="${address}/embed.js" async></script>` : address;
  const explained = { FORM: m.leads_embed(), EMAIL: m.leads_address_email(), SOCIAL: m.leads_address_social() }[kind];
  const copy = () => void navigator.clipboard.writeText(snippet).then(() => showToast(m.leads_copied())).catch(() => showToast(m.leads_failed(), { tone: 'bad' }));
  return (
    <li>
      <div className={styles.ruleText}>
        <b>{name}</b> <Chip>{kindWord(kind)}</Chip> {!active && <Chip tone="warn">{m.leads_off()}</Chip>}
        <p className={styles.quiet}>{m.leads_came({ count: leads })}{lastLeadAt && <> · <RelativeTime value={lastLeadAt} /></>}</p>
        <p className={styles.quiet}>{explained}</p>
        <code className={styles.snippet} tabIndex={0}>{snippet}</code>
      </div>
      <span className={styles.ruleActs}>
        <ActionIcon size={28} aria-label={`${m.leads_copy()}: ${name}`} onClick={copy}><IconCopy size={14} stroke={1.6} /></ActionIcon>
        {kind === 'FORM' && <ActionIcon size={28} component="a" href={address} target="_blank" rel="noopener" aria-label={`${m.leads_open_form()}: ${name}`}><IconExternalLink size={14} stroke={1.6} /></ActionIcon>}
        <ActionIcon size={28} aria-label={m.leads_edit({ name })} onClick={onEdit}><IconPencil size={14} stroke={1.6} /></ActionIcon>
      </span>
    </li>
  );
}
