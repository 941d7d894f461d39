import { expect, test } from "vitest";
import { shortName } from "./short-name";

test.each([
  ["Grace Example", "Grace E."],
  ["  Ana   María de la Cruz ", "Ana C."],
  ["Björk", "Björk"],
  ["نورا الأحمد", "نورا ا."],
  ["Zoë e\u0301toile", "Zoë É."],
  ["Sam 🌻", "Sam"],
  ["", ""],
])("%j is called %j", (name, short) => expect(shortName(name)).toBe(short));
