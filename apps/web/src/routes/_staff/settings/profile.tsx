import { ProfilePage } from '#users';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/settings/profile')({ component: ProfilePage });
