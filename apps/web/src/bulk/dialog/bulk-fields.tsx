import { usePeople } from '#activities';
import { LongTextField, SelectField, TagsField, useFormatting } from '#design';
import type { BulkChangeInput, BulkSubject, BulkVerb, DisqualificationReason, LossReason } from '#operations';
import { m } from '#words';
import { disqualificationReasonLabels, disqualificationReasons } from '@orbita/domain/leads';
import { lossReasonLabels, lossReasons } from '@orbita/domain/opportunities';
import { useState } from 'react';
import { EditFields } from './edit-fields.tsx';

export interface BulkFieldsProps {
  readonly subject: BulkSubject;
  readonly verb: BulkVerb;
  readonly stages?: readonly { readonly value: string; readonly label: string }[] | undefined;
  /** Hears what is to be written; nothing while it is not whole. */
  readonly onChange: (change: BulkChangeInput | undefined) => void;
}

/** What a verb needs to know. */
export function BulkFields({ subject, verb, stages, onChange }: BulkFieldsProps) {
  switch (verb) {
    case 'ASSIGN': return <Assign teams={subject === 'CUSTOMER'} onChange={onChange} />;
    case 'TAG': return <Tag onChange={onChange} />;
    case 'EDIT': return <EditFields onChange={onChange} />;
    case 'MOVE': return <SelectField label={m.bulk_stage()} required data-autofocus data={[...(stages ?? [])]} onChange={(stage) => onChange(stage ? { verb, stage } : undefined)} />;
    case 'LOSE': case 'DISQUALIFY': return <End verb={verb} onChange={onChange} />;
    case 'DELETE': case 'RESTORE': return null;
    default: return verb satisfies never;
  }
}

type Changing = Pick<BulkFieldsProps, 'onChange'>;
const nobody = 'nobody';

function Assign({ teams: withTeams, onChange }: Changing & { readonly teams: boolean }) {
  const { users, teams } = usePeople();
  const [chosen, setChosen] = useState<{ ownerId?: string | null; teamId?: string | null }>({});
  const choose = (key: 'ownerId' | 'teamId') => (value: string | null) => {
    const { [key]: _, ...others } = chosen;
    const next = value === null ? others : { ...others, [key]: value === nobody ? null : value };
    setChosen(next);
    onChange(Object.keys(next).length > 0 ? { verb: 'ASSIGN', ...next } : undefined);
  };
  const offered = (named: readonly { id: string; name: string }[]) => [{ value: nobody, label: m.bulk_nobody() }, ...named.map(({ id, name }) => ({ value: id, label: name }))];
  const shared = { searchable: true, clearable: true, placeholder: m.bulk_leave() };
  return (
    <>
      <SelectField {...shared} label={m.bulk_owner()} data-autofocus data={offered(users)} onChange={choose('ownerId')} />
      {withTeams && teams.length > 0 && <SelectField {...shared} label={m.bulk_team()} data={offered(teams)} onChange={choose('teamId')} />}
    </>
  );
}

function Tag({ onChange }: Changing) {
  const [tags, setTags] = useState<{ addTags: string[]; removeTags: string[] }>({ addTags: [], removeTags: [] });
  const write = (next: typeof tags) => {
    setTags(next);
    onChange(next.addTags.length + next.removeTags.length > 0 ? { verb: 'TAG', ...next } : undefined);
  };
  return (
    <>
      <TagsField label={m.bulk_add_tags()} data-autofocus value={tags.addTags} acceptValueOnBlur onChange={(addTags) => write({ ...tags, addTags })} />
      <TagsField label={m.bulk_remove_tags()} value={tags.removeTags} acceptValueOnBlur onChange={(removeTags) => write({ ...tags, removeTags })} />
    </>
  );
}

function End({ verb, onChange }: Changing & { readonly verb: 'LOSE' | 'DISQUALIFY' }) {
  const { language } = useFormatting();
  const [reason, setReason] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const write = (why: string | null, words: string) => {
    setReason(why);
    setNote(words);
    const said = words.trim() ? { note: words.trim() } : {};
    if (!why) onChange(undefined);
    else onChange(verb === 'LOSE' ? { verb, lossReason: why as LossReason, ...said } : { verb, disqualificationReason: why as DisqualificationReason, ...said });
  };
  const reasons = verb === 'LOSE' ? lossReasons.map((value) => ({ value: value as string, label: lossReasonLabels[value][language] }))
    : disqualificationReasons.map((value) => ({ value: value as string, label: disqualificationReasonLabels[value][language] }));
  return (
    <>
      <SelectField label={m.bulk_reason()} required data-autofocus value={reason} data={reasons} onChange={(value) => write(value, note)} />
      <LongTextField label={m.bulk_note()} maxLength={1000} value={note} onChange={(event) => write(reason, event.currentTarget.value)} />
    </>
  );
}

