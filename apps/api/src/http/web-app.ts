import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';

export interface WebApp {
  readonly folder: string;
  readonly page: string;
}

/** The built web app, if it was built. */
export function findWebApp(folder: string): WebApp | undefined {
  const page = join(folder, 'index.html');
  return existsSync(page) ? { folder, page: readFileSync(page, 'utf8') } : undefined;
}

/** Serves the built files, and the page itself for every address that a person goes to. */
export function serveWebApp({ folder, page }: WebApp): Router {
  const router = Router();
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', index: false, fallthrough: false }));
  router.use(express.static(folder, { index: false, maxAge: 0, redirect: false, dotfiles: 'ignore' }));
  router.get('/*path', (request, response, next) => {
    if (!request.headers.accept?.includes('text/html')) return next();
    response.set('cache-control', 'no-cache').type('html').send(page);
  });
  router.get('/', (_request, response) => {
    response.set('cache-control', 'no-cache').type('html').send(page);
  });
  return router;
}
