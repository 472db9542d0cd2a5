import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { serveNobody, serveSite, serveWeb } from '../../scripts/play/local-site.ts';

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

test('whoever asks for something else is refused, and remembered by the address', async () => {
  const world = await serveNobody();
  const asking = connect(Number(new URL(world.origin).port), '127.0.0.1');
  asking.write('GET http://spy.example/pixel.gif HTTP/1.1\r\nHost: spy.example\r\n\r\n');
  expect(String((await once(asking, 'data'))[0])).toContain('403');
  const tunnel = connect(Number(new URL(world.origin).port), '127.0.0.1');
  tunnel.write('CONNECT spy.example:443 HTTP/1.1\r\nHost: spy.example\r\n\r\n');
  expect(String((await once(tunnel, 'data'))[0])).toContain('403');
  expect([...world.asked]).toEqual(['http://spy.example/pixel.gif', 'https://spy.example:443']);
  await world.close();
});
