import { type ReactNode, useEffect, useRef } from 'react';

interface NearEndProps {
  /** The same function while there is nothing new to ask for. */
  readonly onNear: () => void;
  readonly children?: ReactNode;
}

const ahead = '600px';

/** The end of a list that is read page by page: asks for the next page when it comes near the part in sight. */
export function NearEnd({ onNear, children }: NearEndProps) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A busy browser tells of several moments at once, the latest last.
    const watch = new IntersectionObserver((moments) => { if (moments.at(-1)?.isIntersecting) onNear(); }, { rootMargin: ahead });
    if (end.current) watch.observe(end.current);
    return () => watch.disconnect();
  }, [onNear]);
  return <div ref={end} style={{ minHeight: 1 }}>{children}</div>;
}
