import { expect, test } from "vitest";
import { dialledNumber } from "./whatsapp-number";

test.each([
  ["a Mexican mobile with the old 1", "+5215512345678", "+525512345678"],
  ["a Mexican number as it is dialled", "+525512345678", "+525512345678"],
  ["a Brazilian mobile without its 9", "+551187654321", "+5511987654321"],
  ["a Brazilian mobile with it", "+5511987654321", "+5511987654321"],
  ["a Brazilian landline", "+551132654321", "+551132654321"],
  ["any other country", "+4915155500000", "+4915155500000"],
])("%s", (_, id, dialled) => expect(dialledNumber(id)).toBe(dialled));
