import { GalleryPage } from './gallery-page.tsx';

const Nothing = () => null;

/** Every part of the design on one page, while developing: in the built app there is nothing here. */
export const Gallery = import.meta.env.DEV ? GalleryPage : Nothing;
