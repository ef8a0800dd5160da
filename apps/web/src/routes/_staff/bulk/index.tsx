import { BulkListPage } from '#bulk';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/bulk/')({ component: () => <BulkListPage /> });
