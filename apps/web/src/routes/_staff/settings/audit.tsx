import { AuditPage } from '#timeline';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/settings/audit')({ component: AuditPage });
