import { DateText } from '#design';
import { type CustomerReachFragment, RecordConsentDocument } from '#operations';
import { m, useLanguage } from '#words';
import { Menu } from '@mantine/core';
import { channels } from '@orbita/domain/contacts';
import { consentStates } from '@orbita/domain/facts';
import { IconCircleCheck, IconCircleDashed, IconCircleX, IconClockX } from '@tabler/icons-react';
import { PanelHead } from './panel-head.tsx';
import styles from './contacts.module.css';
import { channelWord } from './reach-words.ts';
import { hasLapsed } from './statements-of.ts';
import { useReach } from './use-reach.ts';

const icons = { GRANTED: IconCircleCheck, DENIED: IconCircleX, LAPSED: IconClockX };

/** What he said about each channel, the latest; the icon's shape says it as well as its colour. */
export function Consents({ customer, mayEdit }: { readonly customer: CustomerReachFragment; readonly mayEdit: boolean }) {
  const language = useLanguage();
  const { act } = useReach();
  return (
    <section aria-label={m.contacts_consent()}>
      <PanelHead title={m.contacts_consent()} />
      <ul className={styles.list}>
        {channels.map((channel) => {
          const last = customer.consents.filter((consent) => consent.channel === channel && consent.purpose === 'MARKETING').toSorted((a, b) => Date.parse(b.givenAt) - Date.parse(a.givenAt))[0];
          const state = last && hasLapsed(last, Date.now()) ? 'LAPSED' : last?.state;
          const Icon = icons[state as keyof typeof icons] ?? IconCircleDashed;
          const word = state === undefined ? m.contacts_never_asked() : state === 'LAPSED' ? m.privacy_lapsed() : consentStates[state]?.[language] ?? state;
          const shown = <><Icon size={14} stroke={1.75} aria-hidden />{word}{last && <span className={styles.sub}><DateText value={last.givenAt} /></span>}</>;
          return (
            <li key={channel} className={styles.consent}>
              <span>{channelWord(channel)}</span>
              {mayEdit ? (
                <Menu position="bottom-end">
                  <Menu.Target><button type="button" className={styles.state} data-state={state}><span className="visually-hidden">{channelWord(channel)}: </span>{shown}</button></Menu.Target>
                  <Menu.Dropdown>
                    {(['GRANTED', 'DENIED'] as const).filter((each) => each !== state).map((each) => (
                      <Menu.Item key={each} onClick={() => void act(RecordConsentDocument, { input: { customerId: customer.id, channel, state: each, source: 'STAFF' } })}>
                        {m.contacts_record_consent({ state: consentStates[each]?.[language].toLocaleLowerCase(language) ?? each })}
                      </Menu.Item>
                    ))}
                  </Menu.Dropdown>
                </Menu>
              ) : <span className={styles.state} data-state={state}>{shown}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
