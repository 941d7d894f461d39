import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { AppContext } from "@/application/shared/context";
import { handleGoogleWebhook } from "@/server/webhooks/google-webhook";
import type { GoogleSandbox } from "@tests/support/google/google-sandbox";

/** An address at which Google's pushes arrive and wait until they are taken in. */
export async function startPushServer(google: GoogleSandbox, contextOf: (origin: string) => AppContext) {
  let waiting: Record<string, string>[] = [];
  const server = createServer((incoming, outgoing) => {
    waiting.push(Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])));
    outgoing.writeHead(200).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const app = contextOf(`http://localhost:${(server.address() as AddressInfo).port}`);
  return {
    app,
    /** Takes in all pushes of what has happened so far, channel by channel, each as often as `times` says: never, once, or more. */
    async takeIn(times: () => number): Promise<void> {
      await google.pushesDelivered();
      const channelOf = (headers: Record<string, string>) => headers["x-goog-channel-id"] ?? "";
      const arrived = waiting.sort((left, right) => channelOf(left).localeCompare(channelOf(right)));
      waiting = [];
      for (const headers of arrived) {
        const takeIn = () => handleGoogleWebhook(app, new Request("http://localhost/api/webhooks/google", { method: "POST", headers }));
        await Promise.all(Array.from({ length: times() }, takeIn));
      }
    },
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}
