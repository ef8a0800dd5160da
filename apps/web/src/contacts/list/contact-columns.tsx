import { ownColumns } from '#custom-fields';
import { Monogram, RelativeTime, type TableColumn } from '#design';
import type { ContactsQuery, CustomFieldDetailsFragment } from '#operations';
import { m } from '#words';
import { Link } from '@tanstack/react-router';
import { contactRoleWord } from '../contact-roles.ts';

export type ListedContact = ContactsQuery['contacts']['edges'][number]['node'];

/** What a page of rows may cost holds so many of the company's own fields. */
export const mostOwnColumns = 12;

export const nameOf = ({ givenName, familyName }: Pick<ListedContact, 'givenName' | 'familyName'>): string => [givenName, familyName].filter(Boolean).join(' ');

/** Where a contact stands: in the record of his customer. */
export const placeOf = ({ id, customerId }: ListedContact) => ({ to: '/customers/$id', params: { id: customerId }, search: { contact: id } }) as const;

/** Every column of the list, the company's own fields behind the others; ids are what the server sorts by. */
export const contactColumns = (language: 'en' | 'es', fields: readonly CustomFieldDetailsFragment[]): readonly TableColumn<ListedContact>[] => [
  { id: 'name', header: m.contacts_name(), width: 200, grow: true, sortable: true, cell: (row) => <><Monogram name={nameOf(row)} /><Link {...placeOf(row)} tabIndex={-1}>{nameOf(row)}</Link></> },
  { id: 'customer', header: m.contacts_customer(), width: 208, sortable: true, cell: ({ customerName }) => <><Monogram name={customerName} shape="square" size={16} /><span>{customerName}</span></> },
  { id: 'jobTitle', header: m.contacts_job_title(), width: 168, wideOnly: true, cell: ({ jobTitle }) => jobTitle && <span>{jobTitle}</span> },
  { id: 'role', header: m.contacts_role(), width: 104, wideOnly: true, cell: ({ role }) => role && contactRoleWord(role, language) },
  { id: 'email', header: m.contacts_email(), width: 232, wideOnly: true, cell: reachedBy('EMAIL') },
  { id: 'phone', header: m.contacts_phone(), width: 136, wideOnly: true, cell: reachedBy('MOBILE', 'PHONE') },
  { id: 'owner', header: m.contacts_owner(), width: 148, wideOnly: true, cell: ({ owner }) => owner && <><Monogram name={owner.name} size={16} /><span>{owner.name}</span></> },
  { id: 'createdAt', header: m.contacts_added(), width: 128, sortable: true, wideOnly: true, cell: ({ createdAt }) => <RelativeTime value={createdAt} /> },
  { id: 'updatedAt', header: m.contacts_changed(), width: 128, sortable: true, wideOnly: true, cell: ({ updatedAt }) => <RelativeTime value={updatedAt} /> },
  ...ownColumns<ListedContact>(fields),
];

/** By which way he is reached first; the server names the preferred one before the others. */
function reachedBy(...kinds: readonly string[]): TableColumn<ListedContact>['cell'] {
  return ({ contactPoints }) => <span>{contactPoints.find(({ kind }) => kinds.includes(kind))?.value}</span>;
}
