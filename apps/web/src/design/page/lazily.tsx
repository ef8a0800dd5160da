import { type ComponentType, lazy, Suspense } from 'react';

/** A part of a page that is fetched when it is first drawn, so that the page itself stands sooner. */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  return function Lazily(props: Props) {
    return <Suspense><Part {...props} /></Suspense>;
  };
}
