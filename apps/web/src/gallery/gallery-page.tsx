import { type Me, SessionProvider } from '#access';
import { FormattingProvider, PageHeader } from '#design';
import { Shell } from '#shell';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { KeyHint } from '#design';
import { findSamples, savedViews } from './samples.ts';
import { ChartSection } from './chart-section.tsx';
import { FieldSection } from './field-section.tsx';
import { MarkSection } from './mark-section.tsx';
import { StateSection } from './state-section.tsx';
import { TableSection } from './table-section.tsx';
import styles from './gallery.module.css';

const me: Me = { id: 'u1', name: 'Ana Mora', email: 'ana.mora@orbita.example', role: 'administrator', language: 'es', twoFactorEnabled: false, mustSetUpTwoFactor: false };

export function GalleryPage() {
  return (
    <SessionProvider me={me}>
      <FormattingProvider timeZone="Europe/Madrid" currency="EUR">
        <Shell inboxCount={12} views={savedViews} search={findSamples}>
          <PageHeader
            title="Design"
            actions={<Button leftSection={<IconPlus size={14} />} rightSection={<KeyHint keys="n" onAccent />}>Primary</Button>}
          />
          <div className={styles.page}>
            <ChartSection />
            <TableSection />
            <MarkSection />
            <FieldSection />
            <StateSection />
          </div>
        </Shell>
      </FormattingProvider>
    </SessionProvider>
  );
}
