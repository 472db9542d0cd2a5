import '../src/domain/no-eval.ts';
import { Database } from '../src/storage/database.ts';
import { importReader, type ReadRequest } from './read-import.ts';

// Past issues are taken apart and written here, so that the page answers meanwhile, and so that it can be stopped at any
// time.
const read = importReader(new Database('strict'), { now: Date.now, newId: () => crypto.randomUUID() }, (message) =>
  postMessage(message),
);
addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => void read(data));
