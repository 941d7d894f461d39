import { expect, it } from "vitest";
import { whoIsTold } from "./who-is-told";

it("names every channel, and says when there is none", () => {
  expect(whoIsTold("Anna Kern", ["EMAIL"])).toBe("Anna Kern will be told by e-mail.");
  expect(whoIsTold("Anna Kern", ["EMAIL", "SMS", "WHATSAPP"])).toBe("Anna Kern will be told by e-mail, SMS and WhatsApp.");
  expect(whoIsTold("Anna Kern", [])).toBe("Anna Kern chose no messages: tell them yourself.");
});
