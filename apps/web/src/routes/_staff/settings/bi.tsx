import { BiPage } from '#bi';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/settings/bi')({ component: BiPage });
