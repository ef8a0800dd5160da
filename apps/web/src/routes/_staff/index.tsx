import { HomePage } from '#home';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/')({ component: HomePage });
