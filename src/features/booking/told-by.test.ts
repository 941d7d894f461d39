import { expect, test } from "vitest";
import type { Channel } from "@/application/shared/common-schemas";
import type { PhoneCheckView } from "@/application/phones/phone-schemas";
import { toldBy } from "./told-by";

const check = (status: PhoneCheckView["status"], hasEmail = true): PhoneCheckView => ({ status, ending: "23", hasEmail });

test.each<[Channel[], PhoneCheckView | undefined, string]>([
  [["EMAIL"], undefined, "by e-mail"],
  [["EMAIL", "SMS"], check("proven"), "by e-mail and SMS"],
  [["EMAIL", "SMS"], undefined, "by e-mail, and by SMS once your number is confirmed"],
  [["SMS", "WHATSAPP"], check("sent"), "by e-mail, and by SMS and WhatsApp once your number is confirmed"],
  [["SMS"], check("refused", false), "by SMS once your number is confirmed"],
])("%j with %j", (channels, view, words) => expect(toldBy(channels, view)).toBe(words));
