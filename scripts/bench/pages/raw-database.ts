import { putAll, readAll } from './copy-raw.ts';
import { done } from './raw-records.ts';

// Every record is read, and put into a second database: what an import cannot do without. The time is that of the writing.
void readAll()
  .then(putAll)
  .then((took) => {
    document.documentElement.dataset.took = String(took);
    done();
  });
