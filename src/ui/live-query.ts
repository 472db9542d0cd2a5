/** For what follows the database outside a component; components have `useLive`. */
export { liveQuery, type Subscription } from 'dexie';
