import { PrivacyPage, privacySearch } from '#privacy';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/customers/$id_/privacy')({ validateSearch: privacySearch, component: Privacy });

function Privacy() {
  const { id } = Route.useParams();
  const { contact } = Route.useSearch();
  return <PrivacyPage key={`${id} ${contact}`} id={id} contactId={contact} />;
}
