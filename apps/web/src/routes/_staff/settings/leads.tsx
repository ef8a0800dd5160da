import { LeadsSettingsPage } from '#leads';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/settings/leads')({ component: LeadsSettingsPage });
