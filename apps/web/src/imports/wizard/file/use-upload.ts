import { m, useLanguage } from '#words';
import { useCallback, useEffect, useRef, useState } from 'react';
import { uploadFile } from './upload-file.ts';

export interface Upload {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** 0 to 1; at 1 the server still reads it. */
  readonly share: number;
}

/** Hands files in, one at a time; whoever leaves breaks it off. */
export function useUpload(onTaken: (fileId: string) => void) {
  const language = useLanguage();
  const [upload, setUpload] = useState<Upload>();
  const [problem, setProblem] = useState<string>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const stop = useCallback(() => {
    running.current?.abort();
    setUpload(undefined);
  }, []);
  const send = useCallback(async (file: Blob, name: string) => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    setProblem(undefined);
    setUpload({ name, size: file.size, share: 0 });
    const onProgress = (share: number) => { if (!own.signal.aborted) setUpload({ name, size: file.size, share }); };
    const answer = await uploadFile(file, name, { language, onProgress, signal: own.signal });
    if (own.signal.aborted) return;
    setUpload(undefined);
    if ('id' in answer) return onTaken(answer.id);
    setProblem('refusal' in answer ? answer.refusal : m.imports_not_sent());
  }, [language, onTaken]);
  return { upload, problem, send, stop };
}
