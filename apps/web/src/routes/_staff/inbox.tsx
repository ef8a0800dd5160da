import { InboxPage } from '#activities';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/inbox')({ component: InboxPage });
