import { refusalText } from '#api-client';
import { Dialog, KeyHint, showToast, TextField } from '#design';
import { DeleteImportMappingDocument, ImportMappingsDocument, SaveImportMappingDocument } from '#operations';
import { useShortcut } from '#shortcuts';
import { m, useLanguage } from '#words';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Menu } from '@mantine/core';
import { IconBookmark, IconDeviceFloppy, IconTrash, IconWand } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Draft } from '../draft/draft.ts';
import { planOf } from '../draft/plan-of.ts';

interface MappingMenuProps {
  readonly draft: Draft;
  readonly onTake: (id: string) => void;
  readonly onGuess: () => void;
  readonly onSaved: (name: string | null) => void;
}

/** Takes a mapping that was kept, or keeps this one for the next file of its kind. */
export function MappingMenu({ draft, onTake, onGuess, onSaved }: MappingMenuProps) {
  const language = useLanguage();
  const { data } = useQuery(ImportMappingsDocument);
  const [forget] = useMutation(DeleteImportMappingDocument, { refetchQueries: ['ImportMappings'] });
  const [naming, setNaming] = useState(false);
  const mappings = data?.importMappings ?? [];
  const current = mappings.find(({ name }) => name === draft.savedName);
  const drop = async (id: string, name: string) => {
    const answer = (await forget({ variables: { id } }).catch(() => ({ data: undefined }))).data?.deleteImportMapping;
    if (!answer || answer.refusal) return showToast(answer?.refusal ? refusalText(answer.refusal, language) : m.imports_failed(), { tone: 'bad' });
    onSaved(null);
    return showToast(m.imports_mapping_forgotten({ name }));
  };
  return (
    <>
      <Menu position="bottom-start" width={260}>
        <Menu.Target><Button variant="default" size="sm" leftSection={<IconBookmark size={14} stroke={1.6} aria-hidden />}>{draft.savedName ?? m.imports_mapping()}</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{mappings.length > 0 ? m.imports_mapping_take() : m.imports_mapping_none()}</Menu.Label>
          {mappings.map(({ id, name }) => <Menu.Item key={id} onClick={() => onTake(id)}>{name}</Menu.Item>)}
          <Menu.Divider />
          <Menu.Item leftSection={<IconDeviceFloppy size={14} aria-hidden />} onClick={() => setNaming(true)}>{m.imports_mapping_save()}</Menu.Item>
          <Menu.Item leftSection={<IconWand size={14} aria-hidden />} onClick={onGuess}>{m.imports_mapping_guess()}</Menu.Item>
          {current && <Menu.Item leftSection={<IconTrash size={14} aria-hidden />} onClick={() => void drop(current.id, current.name)}>{m.imports_mapping_forget({ name: current.name })}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {naming && <NameDialog draft={draft} onClose={() => setNaming(false)} onSaved={onSaved} />}
    </>
  );
}

function NameDialog({ draft, onClose, onSaved }: { readonly draft: Draft; readonly onClose: () => void; readonly onSaved: (name: string) => void }) {
  const [name, setName] = useState(draft.savedName ?? '');
  const [problem, setProblem] = useState<string>();
  const [save, { loading }] = useMutation(SaveImportMappingDocument, { refetchQueries: ['ImportMappings'] });
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    const answer = (await save({ variables: { input: { name, plan: planOf(draft) } } }).catch(() => ({ data: undefined }))).data?.saveImportMapping;
    if (!answer || answer.refusal) return setProblem(answer?.refusal?.message ?? m.imports_failed());
    showToast(m.imports_mapping_saved({ name: name.trim() }));
    onSaved(name.trim());
    return onClose();
  };
  useShortcut({ keys: 'mod+enter', label: m.imports_save(), group: 'page', inDialog: true, run: () => void submit() }, !loading);
  return (
    <Dialog
      title={m.imports_mapping_save()} onClose={onClose} size="small"
      footer={(
        <>
          <Button variant="default" onClick={onClose}>{m.design_cancel()}</Button>
          <Button type="submit" form="import-mapping" loading={loading} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.imports_save()}</Button>
        </>
      )}
    >
      <form id="import-mapping" noValidate onSubmit={(event) => void submit(event)}>
        <TextField label={m.imports_mapping_name()} description={m.imports_mapping_how()} data-autofocus maxLength={80} value={name} error={problem} onChange={(event) => setName(event.currentTarget.value)} />
      </form>
    </Dialog>
  );
}
