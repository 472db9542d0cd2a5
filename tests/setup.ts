// The real algorithm of IndexedDB in Node; browsers run the real one in the journeys.
import 'fake-indexeddb/auto';
import '../src/domain/no-eval.ts';
