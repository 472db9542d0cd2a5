import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { serveSite, serveWeb } from '../../scripts/play/local-site.ts';

test('a site closes although somebody has connected and said nothing', async () => {
  const site = await serveSite(new Map([['/', 'Hello']]));
  expect(await (await fetch(`${site.origin}/`)).text()).toBe('Hello');
  const silent = connect(Number(new URL(site.origin).port), '127.0.0.1');
  await once(silent, 'connect');
  await site.close();
});

test('the proxy closes although a tunnel stands in which no handshake was made', async () => {
  const web = await serveWeb(new Map([['https://a.example/', 'Hello']]));
  const tunnel = connect(Number(new URL(web.origin).port), '127.0.0.1');
  tunnel.on('error', () => {});
  tunnel.write('CONNECT a.example:443 HTTP/1.1\r\nHost: a.example:443\r\n\r\n');
  const [answer] = await once(tunnel, 'data');
  expect(String(answer)).toContain('200');
  await web.close();
});
