import { UsersPage } from '#access';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/settings/users')({ component: UsersPage });
