import { m } from '#words';

/** A way of being reached, as people call it. */
export function pointKindWord(kind: string): string {
  switch (kind) {
    case 'EMAIL': return m.contacts_email();
    case 'PHONE': return m.contacts_phone();
    case 'MOBILE': return m.contacts_mobile();
    case 'MESSAGING': return m.contacts_messaging();
    case 'WEBSITE': return m.contacts_website();
    case 'SOCIAL': return m.contacts_social();
    default: return kind;
  }
}

export function channelWord(channel: string): string {
  switch (channel) {
    case 'EMAIL': return m.contacts_email();
    case 'PHONE': return m.contacts_phone();
    case 'MESSAGING': return m.contacts_messaging();
    default: return channel;
  }
}

export function addressKindWord(kind: string): string {
  switch (kind) {
    case 'BILLING': return m.contacts_address_billing();
    case 'SHIPPING': return m.contacts_address_delivery();
    case 'HOME': return m.contacts_address_home();
    case 'VISIT': return m.contacts_address_visit();
    default: return m.contacts_address_other();
  }
}
