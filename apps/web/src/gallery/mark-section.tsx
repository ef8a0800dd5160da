import { Chip, DateText, KeyHint, Monogram, RelativeTime, StageChip, stageColors } from '#design';
import { Button } from '@mantine/core';
import styles from './gallery.module.css';
import { Section } from './section.tsx';

const stageNames = ['Subscriber', 'Lead', 'Qualified', 'Accepted', 'Opportunity', 'Negotiation', 'Customer', 'Advocate', 'Churned'];

export const MarkSection = () => (
  <Section title="Marks">
    <div className={styles.line}>
      {stageColors.map((color, index) => <StageChip key={color} color={color} name={stageNames[index] ?? ''} />)}
    </div>
    <div className={styles.line}>
      <Chip>Plain</Chip><Chip tone="ok">Paid</Chip><Chip tone="warn">Due in 3 days</Chip><Chip tone="bad">Overdue</Chip>
      {['Ana Mora', 'Carlos Sanz', 'Eva Vidal', 'Jorge Prieto'].map((name) => <Monogram key={name} name={name} size={24} />)}
      {['Nubia', 'Vitral', 'Helix', 'Aldara'].map((name) => <Monogram key={name} name={name} shape="square" />)}
      <KeyHint keys="mod+k" /><KeyHint keys="g c" /><DateText value="2026-11-22" /><DateText value="2026-11-22T09:30:00Z" style="moment" />
      <RelativeTime value={new Date(Date.now() - 3 * 86_400_000).toISOString()} />
    </div>
    <div className={styles.line}>
      <Button>Primary</Button><Button variant="default">Default</Button><Button variant="subtle" color="gray">Subtle</Button>
      <Button color="red.9">Danger</Button><Button disabled>Disabled</Button><Button loading>Busy</Button>
    </div>
  </Section>
);
