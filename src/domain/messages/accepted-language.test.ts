import { expect, test } from "vitest";
import { acceptedLanguage } from "./accepted-language";

test.each([
  ["de-AT, en;q=0.8", "de"], ["en;q=0.4, FR-ca;q=0.9", "fr"], ["nl, pt-BR;q=0.5, es;q=0.3", "pt"], ["de;q=0, es", "es"], ["es;q=0.8,de;q=0.8", "es"],
  [null, undefined], ["", undefined], ["*", undefined], ["nl-NL, ja", undefined], ["de;q=x", undefined], [";;,,=", undefined],
] as const)("%s asks for %s", (header, language) => expect(acceptedLanguage(header)).toBe(language));
