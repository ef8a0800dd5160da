import { ForgotPasswordPage } from '#access';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/forgot-password')({ component: ForgotPasswordPage });
