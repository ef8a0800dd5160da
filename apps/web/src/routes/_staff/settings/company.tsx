import { CompanyPage } from '#company';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/settings/company')({ component: CompanyPage });
