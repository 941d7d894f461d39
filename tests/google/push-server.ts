import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { AppContext } from "@/application/shared/context";
import { handleGoogleWebhook } from "@/server/webhooks/google-webhook";

/** An address at which Google's pushes arrive. `times` says of each how often it is taken in: never, once, or more. */
export async function startPushServer(contextOf: (origin: string) => AppContext, times: () => number): Promise<{ app: AppContext; close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
    const takeIn = () => handleGoogleWebhook(app, new Request("http://localhost/api/webhooks/google", { method: "POST", headers }));
    void Promise.all(Array.from({ length: times() }, takeIn)).then(() => outgoing.writeHead(200).end());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const app = contextOf(`http://localhost:${(server.address() as AddressInfo).port}`);
  return { app, close: () => new Promise((closed) => server.close(() => closed())) };
}
