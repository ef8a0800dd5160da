import { ContactsPage, contactsSearch } from '#contacts';
import { SavedViewsBar } from '#views';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/contacts')({ validateSearch: contactsSearch, component: Contacts });

function Contacts() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <ContactsPage
      search={search} onSearch={(next) => void navigate({ search: next, replace: true })}
      views={<SavedViewsBar room="contacts" search={search} onOpen={(next) => void navigate({ search: contactsSearch.parse(next) })} />}
    />
  );
}
