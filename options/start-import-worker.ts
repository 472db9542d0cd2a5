import type { ImportReader, ReadMessage } from './read-import.ts';

/** Starts the worker that takes past issues apart. */
export function startImportWorker(tell: (message: ReadMessage) => void): ImportReader {
  const worker = new Worker('import-worker.js');
  worker.addEventListener('message', ({ data }: MessageEvent<ReadMessage>) => tell(data));
  worker.addEventListener('error', ({ message }) => tell({ is: 'failed', reason: message, path: '' }));
  return { send: (request) => worker.postMessage(request), end: () => worker.terminate() };
}
