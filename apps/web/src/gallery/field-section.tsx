import { CheckField, ConfirmDialog, Dialog, FieldRow, Fields, NumberField, SelectField, showToast, SidePanel, SwitchField, TextField } from '#design';
import { Button } from '@mantine/core';
import { useState } from 'react';
import styles from './gallery.module.css';
import { Section } from './section.tsx';

type Layer = 'dialog' | 'panel' | 'confirm';

const SampleForm = () => (
  <Fields>
    <FieldRow>
      <TextField label="Name" placeholder="Nubia Logística" required />
      <TextField label="Tax id" defaultValue="B1234" error="This number is one digit short." />
    </FieldRow>
    <FieldRow>
      <SelectField label="Stage" data={['First contact', 'First purchase']} defaultValue="First contact" />
      <NumberField label="Employees" defaultValue={120} description="As of last year." />
    </FieldRow>
    <CheckField label="May be called" defaultChecked />
    <SwitchField label="Alerts" />
  </Fields>
);

export function FieldSection() {
  const [layer, setLayer] = useState<Layer>();
  const close = () => setLayer(undefined);
  const footer = <><Button variant="default" onClick={close}>Cancel</Button><Button onClick={close}>Save</Button></>;
  return (
    <Section title="Fields and layers">
      <div className={`${styles.card} ${styles.padded}`}><SampleForm /></div>
      <div className={styles.line}>
        <Button variant="default" onClick={() => setLayer('dialog')}>Open dialog</Button>
        <Button variant="default" onClick={() => setLayer('panel')}>Open panel</Button>
        <Button variant="default" onClick={() => setLayer('confirm')}>Open confirmation</Button>
        <Button variant="default" onClick={() => showToast('3 customers archived.', { undo: () => showToast('Taken back.') })}>Show toast</Button>
      </div>
      {layer === 'dialog' && <Dialog title="New customer" onClose={close} footer={footer}><SampleForm /></Dialog>}
      {layer === 'panel' && <SidePanel title="Edit customer" onClose={close} footer={footer}><SampleForm /></SidePanel>}
      {layer === 'confirm' && (
        <ConfirmDialog title="Erase Ana Mora?" action="Erase" dangerous onClose={close} onConfirm={close}>
          Name, e-mail and telephone are removed for good. The history stays without them.
        </ConfirmDialog>
      )}
    </Section>
  );
}
