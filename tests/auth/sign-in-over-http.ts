import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import NextAuth from "next-auth";
import { authOptions } from "@/server/auth/auth-options";
import type { Container } from "@/server/container";

/** NextAuth with the product's own options behind a plain HTTP server, as its handler for requests of Node's own kind has it. */
export async function serveSignIn(container: Container) {
  const server = createServer((request, response) => void answer(container, request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

async function answer(container: Container, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const nextauth = url.pathname.replace("/api/auth/", "").split("/");
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  const cookies = Object.fromEntries((request.headers.cookie ?? "").split("; ").filter(Boolean).map((pair) => [pair.slice(0, pair.indexOf("=")), decodeURIComponent(pair.slice(pair.indexOf("=") + 1))]));
  const asked = { query: { ...Object.fromEntries(url.searchParams), nextauth }, cookies, body: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())), headers: request.headers, method: request.method };
  const answering = Object.assign(response, {
    status(code: number) {
      response.statusCode = code;
      return answering;
    },
    json: (body: unknown) => response.end(JSON.stringify(body)),
    send: (body: unknown) => response.end(typeof body === "object" ? JSON.stringify(body) : body),
  });
  await NextAuth(authOptions(container, nextauth[0]))(asked, answering);
}

/** A browser's cookies. */
export class Browser {
  readonly #cookies = new Map<string, string>();
  constructor(private readonly origin: string) {}

  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(this.origin + path, { ...init, redirect: "manual", headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ""] = set.split(";");
      const [name, value] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
      if (value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }

  /** Chooses `account` on the issuer's page and comes back. Answers where that leads, and the e-mail address of who is then signed in. */
  async signIn(account: string): Promise<{ leadsTo: string; as: string | null }> {
    const { csrfToken }: { csrfToken: string } = await (await this.ask("/api/auth/csrf")).json();
    const begun = await this.ask("/api/auth/signin/google", { method: "POST", body: new URLSearchParams({ csrfToken, callbackUrl: "/my/bookings" }) });
    const consent = new URL(begun.headers.get("location") ?? "");
    const form = new URLSearchParams(consent.search);
    form.set("account", account);
    form.set("decision", "allow");
    const back = await fetch(`${consent.origin}/o/oauth2/v2/auth/consent`, { method: "POST", body: form, redirect: "manual" });
    const callback = new URL(back.headers.get("location") ?? "");
    const signedIn = await this.ask(callback.pathname + callback.search);
    const session: { user?: { email?: string } } = await (await this.ask("/api/auth/session")).json();
    return { leadsTo: signedIn.headers.get("location") ?? "", as: session.user?.email ?? null };
  }
}
