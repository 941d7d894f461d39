import { describe, expect, test } from "vitest";
import { EnvError, readEnv } from "./env";

const complete = {
  DATABASE_URL: "postgresql://user@localhost/medbookings",
  PUBLIC_ORIGIN: "https://clinic.example",
  AUTH_SECRET: "x".repeat(32),
  ENCRYPTION_KEYS: `a:${Buffer.alloc(32).toString("base64")}`,
};

describe("readEnv", () => {
  test("takes the few required variables and fills in the rest", () => {
    expect(readEnv(complete)).toMatchObject({ PUBLIC_ORIGIN: "https://clinic.example", RATE_LIMIT_PER_HOUR: 100, CALENDAR_INTEGRATION_ENABLED: true, twilioContent: { sids: {}, variables: {} }, sendgridTemplateIds: {} });
  });

  test.each([
    ["PUBLIC_ORIGIN", "https://clinic.example/path", /PUBLIC_ORIGIN must be an origin without a path/],
    ["PUBLIC_ORIGIN", "clinic", /PUBLIC_ORIGIN must be an absolute URL/],
    ["DATABASE_URL", "mysql://x", /DATABASE_URL must start with postgresql/],
    ["AUTH_SECRET", "short", /AUTH_SECRET must have at least 32 characters/],
    ["ENCRYPTION_KEYS", "a:short", /ENCRYPTION_KEYS must be id:base64key/],
    ["RATE_LIMIT_PER_HOUR", "many", /RATE_LIMIT_PER_HOUR must be a whole number/],
    ["SEND_SMS_CONFIRMATIONS", "yes", /SEND_SMS_CONFIRMATIONS must be "true" or "false"/],
    ["TWILIO_PHONE_NUMBER", "0301234", /TWILIO_PHONE_NUMBER must be a telephone number in E.164/],
    ["TWILIO_CONTENT_SID_REMINDER", "HX1", /TWILIO_CONTENT_SID_REMINDER must be HX/],
    ["TWILIO_CONTENT_VARIABLES_REMINDER", "who,diagnosis", /TWILIO_CONTENT_VARIABLES_REMINDER must be a comma-separated list of who, when, link, path, card, reference/],
    ["SENDGRID_TEMPLATE_REMINDER", "reminder", /SENDGRID_TEMPLATE_REMINDER must be d- followed by 32 hexadecimal digits/],
    ["GOOGLE_OAUTH_CLIENT_AUTH", "none", /GOOGLE_OAUTH_CLIENT_AUTH must be "client_secret_basic" or/],
  ])("refuses %s=%s, naming it and what is allowed", (name, value, message) => {
    expect(() => readEnv({ ...complete, [name]: value })).toThrow(message);
  });

  test("names every missing variable at once and treats empty as missing", () => {
    expect(() => readEnv({ DATABASE_URL: "" })).toThrow(EnvError);
    expect(() => readEnv({ DATABASE_URL: "" })).toThrow(/DATABASE_URL must be set[\s\S]*AUTH_SECRET must be set[\s\S]*ENCRYPTION_KEYS must be set/);
  });

  test("collects WhatsApp templates and their variables by message", () => {
    const sid = `HX${"a".repeat(32)}`;
    expect(readEnv({ ...complete, TWILIO_CONTENT_SID_BOOKING_CONFIRMED: sid, TWILIO_CONTENT_SID_REMINDER_DE: sid, TWILIO_CONTENT_VARIABLES_REMINDER: "who, when,path" }).twilioContent).toEqual({
      sids: { "booking-confirmed": sid, "reminder-de": sid },
      variables: { reminder: ["who", "when", "path"] },
    });
  });
});
