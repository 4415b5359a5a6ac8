// The servers that the journeys visit: the project's own, and a folder that can be exchanged under a running page.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type Server as HttpServer, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');
export const DIST = path.join(ROOT, 'dist');

/** `cargo xtask serve`, on a port of its own. */
export class Server {
  private constructor(
    private readonly child: ChildProcess,
    /** Where the app is; ends with a slash. */
    readonly url: string,
  ) {}

  static async start({ prefix = '/', port = 0 } = {}): Promise<Server> {
    const xtask = process.env.BONEWISE_XTASK ?? path.join(ROOT, 'target/debug/xtask');
    const child = spawn(xtask, ['serve', '--no-build', '--port', String(port), '--prefix', prefix], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stdout!.on('data', (part: Buffer) => {
        said += part.toString();
        const found = /Serving (http\S+)/.exec(said);
        if (found) resolve(found[1]);
      });
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`The server ended before it served. It said: ${said}`)));
    });
    return new Server(child, url);
  }

  get origin(): string {
    return new URL(this.url).origin;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
  }
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** A plain static host that can be given another folder: what an upload of a new version does. */
export class FolderServer {
  private constructor(
    private readonly http: HttpServer,
    public folder: string,
  ) {}

  static async start(folder: string): Promise<FolderServer> {
    const http = createServer();
    const server = new FolderServer(http, folder);
    http.on('request', async (request, response) => {
      const asked = new URL(request.url ?? '/', 'http://host').pathname;
      const file = path.join(server.folder, asked.endsWith('/') ? `${asked}index.html` : asked);
      try {
        const body = await readFile(file);
        response.writeHead(200, {
          'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
          'cache-control': 'no-cache',
        });
        response.end(body);
      } catch {
        response.writeHead(404).end();
      }
    });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}/`;
  }

  async stop(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise((done) => this.http.close(done));
  }
}
