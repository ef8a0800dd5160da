import * as z from 'zod/mini';

const taken = z.object({ id: z.string() });
const refused = z.object({ errors: z.array(z.object({ message: z.string() })) });

/** What became of a file that was handed in: its id, the server's words why not, or nothing where nobody answered. */
export type Uploaded = { readonly id: string } | { readonly refusal: string } | { readonly failed: true };

interface Uploading {
  readonly language: 'en' | 'es';
  /** 0 to 1, of what was sent. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Hands a file in. XMLHttpRequest, since fetch does not tell how much was sent. */
export function uploadFile(file: Blob, name: string, { language, onProgress, signal }: Uploading): Promise<Uploaded> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/imports/files?${new URLSearchParams({ name, language }).toString()}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => resolve(answerOf(request.status, request.responseText)));
    for (const end of ['error', 'abort', 'timeout'] as const) request.addEventListener(end, () => resolve({ failed: true }));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** What the door said. A page of some proxy in between is no answer. */
export function answerOf(status: number, text: string): Uploaded {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return { failed: true };
  }
  if (status === 201) return taken.safeParse(said).data ?? { failed: true };
  const refusal = refused.safeParse(said).data?.errors[0]?.message;
  return refusal === undefined ? { failed: true } : { refusal };
}
