import { build } from '../../scripts/build.ts';

/** The journeys run the shipped build: made once, from the sources as they are now. */
export async function setup(): Promise<void> {
  await Promise.all([build('chrome'), build('firefox')]);
}
