import { SegmentsPage } from '#segments';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/segments')({ component: SegmentsPage });
