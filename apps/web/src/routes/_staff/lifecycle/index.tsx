import { LifecyclePage } from '#lifecycle';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/lifecycle/')({ component: LifecyclePage });
