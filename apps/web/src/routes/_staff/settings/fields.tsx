import { CustomFieldsPage } from '#custom-fields';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/settings/fields')({ component: Fields });

function Fields() {
  return <CustomFieldsPage />;
}
