import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { generate } from 'selfsigned';

/** Pages by their full address; a text that begins as PDFs do is one. */
export type Pages = ReadonlyMap<string, string>;

/** What is said with every page. */
export type Headers = Readonly<Record<string, string>>;

/** A web site on this machine. */
export interface LocalSite {
  /** `http://127.0.0.1:port`: of the server, or of the proxy. */
  origin: string;
  /** Addresses that were asked for and are not there. */
  missed: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Serves pages by their path. */
export async function serveSite(pages: Pages): Promise<LocalSite> {
  const missed = new Set<string>();
  const server = createHttpServer((request, response) => answer(pages, request.url ?? '/', missed, response));
  return { origin: await listen(server), missed, close: () => stop(server) };
}

/**
 * Serves pages at their real addresses, https included: a proxy through which the whole browser goes, so that no
 * request leaves this machine. The browser must accept its certificate, which is made for this run.
 *
 * @param headers said with every page, such as a content policy.
 */
export async function serveWeb(pages: Pages, headers: Headers = {}): Promise<LocalSite> {
  const missed = new Set<string>();
  const byHost = (scheme: string) => (request: IncomingMessage, response: ServerResponse) =>
    answer(pages, new URL(request.url ?? '/', `${scheme}://${request.headers.host}`).href, missed, response, headers);
  const certificate = await generate([{ name: 'commonName', value: 'Roundup local site' }], { keySize: 2048 });
  const secure = createHttpsServer({ key: certificate.private, cert: certificate.cert }, byHost('https'));
  const securePort = Number(new URL(await listen(secure)).port);
  const proxy = createHttpServer(byHost('http'));
  proxy.on('connect', (_request, client, head) => {
    const server = connect(securePort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      server.write(head);
      server.pipe(client).pipe(server);
    });
    server.on('error', () => client.destroy());
    client.on('error', () => server.destroy());
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
  });
  return {
    origin: await listen(proxy),
    missed,
    close: async () => {
      await Promise.all([stop(proxy), stop(secure)]);
    },
  };
}

/** Stands where the rest of the world would be: refuses every request, and remembers for which address it was. */
export async function serveNobody(): Promise<{ origin: string; asked: ReadonlySet<string>; close(): Promise<void> }> {
  const asked = new Set<string>();
  const server = createHttpServer((request, response) => {
    asked.add(request.url ?? '');
    response.writeHead(403, { 'content-type': 'text/plain' }).end('Nothing leaves this machine.');
  });
  server.on('connect', (request, client) => {
    asked.add(`https://${request.url}`);
    client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  return { origin: await listen(server), asked, close: () => stop(server) };
}

function answer(
  pages: Pages,
  address: string,
  missed: Set<string>,
  response: ServerResponse,
  headers: Headers = {},
): void {
  const html = pages.get(address);
  if (html === undefined) {
    if (!address.endsWith('/favicon.ico')) missed.add(address);
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not on this local site.');
    return;
  }
  const type = html.startsWith('%PDF') ? 'application/pdf' : 'text/html; charset=utf-8';
  response.writeHead(200, { 'content-type': type, ...headers }).end(html);
}

type Server = ReturnType<typeof createHttpServer> | ReturnType<typeof createHttpsServer>;

/** Every socket of a server, tunnels and unfinished handshakes included, of which closeAllConnections knows nothing. */
const sockets = new WeakMap<Server, Set<Socket>>();

async function listen(server: Server): Promise<string> {
  const open = new Set<Socket>();
  sockets.set(server, open);
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  for (const socket of sockets.get(server) ?? []) socket.destroy();
  await closed;
}
