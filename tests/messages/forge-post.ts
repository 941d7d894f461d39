import { generateKeyPairSync, sign } from "node:crypto";
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";
import type { Post } from "./vendor-webhooks";

const TWILIO = "x-twilio-signature";
const SENDGRID = "x-twilio-email-event-webhook-signature";
const SENDGRID_AT = "x-twilio-email-event-webhook-timestamp";

/** Every way in which a genuine post can be made untrue, by name. `other` is another genuine post of the same vendor. */
export function forgeries(genuine: Post, other: Post, origin: string): Record<string, Post> {
  const isTwilio = TWILIO in genuine.headers;
  const name = isTwilio ? TWILIO : SENDGRID;
  const signed = (signature: string): Post => ({ ...genuine, headers: { ...genuine.headers, [name]: signature } });
  const without = (...names: string[]): Post => ({ ...genuine, headers: Object.fromEntries(Object.entries(genuine.headers).filter(([header]) => !names.includes(header))) });
  const signature = genuine.headers[name] ?? "";
  return {
    "no signature": without(name),
    "an empty signature": signed(""),
    "a wrong signature": signed(Buffer.alloc(Buffer.from(signature, "base64").length, 7).toString("base64")),
    "no signature at all in its place": signed("AAAA"),
    "a truncated signature": signed(signature.slice(0, -6)),
    "half a signature": signed(signature.slice(0, signature.length / 2)),
    "the signature of another post": signed(other.headers[name] ?? ""),
    "another account's signature": signed(isTwilio ? foreignTwilio(genuine, origin) : foreignSendgrid(genuine)),
    ...alteredBytes(genuine),
    "something appended": { ...genuine, body: isTwilio ? `${genuine.body}&Extra=1` : `${genuine.body} ` },
    "an empty body": { ...genuine, body: "" },
    ...(isTwilio
      ? { "another address": { ...genuine, path: `${genuine.path}${genuine.path.includes("?") ? "&" : "?"}ref=00000000-0000-7000-8000-000000000000` } }
      : { "no timestamp": without(SENDGRID_AT), "another timestamp": { ...genuine, headers: { ...genuine.headers, [SENDGRID_AT]: String(Number(genuine.headers[SENDGRID_AT]) + 1) } } }),
  };
}

const foreignTwilio = ({ path, body }: Post, origin: string) => getExpectedTwilioSignature("another-account-token", `${origin}${path}`, Object.fromEntries(new URLSearchParams(body)));

function foreignSendgrid({ headers, body }: Post): string {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return sign("sha256", Buffer.from(`${headers[SENDGRID_AT]}${body}`), privateKey).toString("base64");
}

/** One byte changed, at places all over the body. */
function alteredBytes(genuine: Post): Record<string, Post> {
  const bytes = Buffer.from(genuine.body);
  const places = Array.from({ length: 12 }, (_, part) => Math.floor((part * (bytes.length - 1)) / 11));
  return Object.fromEntries(
    places.map((place) => {
      const altered = Buffer.from(bytes);
      altered[place] = (bytes[place] ?? 0) ^ 1;
      return [`byte ${place} altered`, { ...genuine, body: altered.toString("utf8") }];
    }),
  );
}
