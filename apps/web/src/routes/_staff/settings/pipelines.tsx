import { PipelinesPage } from '#opportunities';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/settings/pipelines')({ component: PipelinesPage });
