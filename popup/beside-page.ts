// What only the form beside the page needs, in one piece that the popup does not load.
export { followTabs } from '../src/browser/follow-tabs.ts';
export { Beside } from './beside.tsx';
export { Following } from './following.ts';
