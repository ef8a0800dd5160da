import { Gallery } from '#gallery';
import { createFileRoute, notFound } from '@tanstack/react-router';

export const Route = createFileRoute('/design')({
  beforeLoad: () => {
    if (!import.meta.env.DEV) throw notFound();
  },
  component: Gallery,
});
