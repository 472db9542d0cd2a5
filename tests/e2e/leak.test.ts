import { describe, expect, test } from 'vitest';
import { serveWeb } from '../../scripts/play/local-site.ts';
import { BROWSERS, setStage } from './stage.ts';

/** Asks for a picture from elsewhere, by the scheme it came by itself. */
const LEAKING = '<!doctype html><title>Leaking</title><img src="//leak.example/">';

// What all other journeys rely on: that the stage notices.
describe.each(BROWSERS)('a request that leaves this machine, in %s', { retry: 1 }, (name) => {
  test('fails the journey on a site of this machine', async () => {
    const stage = await setStage(name, new Map([['/', LEAKING]]));
    await stage.browser.openTab(`${stage.site.origin}/`);
    await expect(stage.end()).rejects.toThrow('Requests left this machine:\nhttp://leak.example/');
  });

  test('fails the journey on a web of its own', async () => {
    const web = await serveWeb(new Map([['https://tide.example/', LEAKING]]));
    const stage = await setStage(name, new Map(), { web });
    await stage.browser.openTab('https://tide.example/');
    await expect(stage.end()).rejects.toThrow('Requests left this machine:\nhttps://leak.example/');
    await web.close();
  });
});
