import { once } from "node:events";
import { createServer } from "node:http";
import { expect, test } from "vitest";
import { createSendgridEmail } from "./sendgrid-email";

test("SendGrid is told to count nothing and to add no link of its own", async () => {
  let body = "";
  const server = createServer((incoming, answer) => {
    incoming.setEncoding("utf8").on("data", (part: string) => (body += part));
    incoming.on("end", () => answer.writeHead(202, { "x-message-id": "one" }).end());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const email = createSendgridEmail({ apiKey: "SG.test", baseUrl: `http://127.0.0.1:${port}`, fromEmail: "visits@clinic.example", fromName: "Clinic" });
  await email.send({ messageId: "one", to: "patient@example.test", toName: null, fromName: null, replyTo: null, subject: "A visit", text: "A visit", html: "<p>A visit</p>", dynamicTemplate: null, unsubscribeUrl: null, contactCard: null, calendarInvite: null });
  server.close();
  expect(JSON.parse(body)).toMatchObject({ tracking_settings: { click_tracking: { enable: false, enable_text: false }, open_tracking: { enable: false }, subscription_tracking: { enable: false } } });
});
