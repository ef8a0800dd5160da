import { CustomersPage } from '#customers';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/customers/')({ component: CustomersPage });
