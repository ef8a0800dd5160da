import type { SavedViewLink } from '#shell';
import { SavedViewsDocument } from '#operations';
import { useQuery } from '@apollo/client/react';
import { useRouter } from '@tanstack/react-router';
import { viewRooms } from './view-rooms.ts';

/** The views one may open, for the navigation: their addresses as the router writes them. */
export function useSavedViewLinks(): readonly SavedViewLink[] {
  const router = useRouter();
  const { data } = useQuery(SavedViewsDocument, { fetchPolicy: 'cache-and-network' });
  return (data?.savedViews ?? []).flatMap(({ id, name, room, search }) => {
    const place = viewRooms[room];
    if (!place) return [];
    const { href } = router.buildLocation({ to: place.path, search: search as never });
    return [{ id, name, color: place.color, href }];
  });
}
