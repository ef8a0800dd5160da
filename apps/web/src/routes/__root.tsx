import { Keyboard } from '#shortcuts';
import { WholePageNotFound, WholePageProblem } from '#shell';
import { useLanguage } from '#words';
import { createRootRoute, Outlet } from '@tanstack/react-router';
import { Fragment } from 'react';

/** Words are read when drawn, so everything is drawn anew in another language. */
function Root() {
  return (
    <Fragment key={useLanguage()}>
      <Keyboard />
      <Outlet />
    </Fragment>
  );
}

export const Route = createRootRoute({ component: Root, notFoundComponent: WholePageNotFound, errorComponent: WholePageProblem });
