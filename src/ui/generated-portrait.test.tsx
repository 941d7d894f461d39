import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { GeneratedPortrait } from "./generated-portrait";
import { portraitTraits } from "./portrait/portrait-traits";

const people = ["Amara Okafor", "Jonas Weber", "Mei Tanaka", "Sofia Rossi", "David Cohen", "Priya Nair", "Lukas Novak", "Fatima Haddad", "Emma Clarke", "Mateo Ruiz", "Ingrid Berg", "Samuel Mensah"];

test("the same seed draws the same picture", () => {
  const draw = () => renderToStaticMarkup(<GeneratedPortrait seed="Amara Okafor" />);
  expect(draw()).toBe(draw());
});

test("twelve people differ in at least three of the traits one sees first", () => {
  const seen = people.map((name) => {
    const { skin, hair, hairColour, beard, glasses, outfit, cloth, backdrop } = portraitTraits(name);
    return [skin, hair, hairColour, beard, glasses, outfit, cloth, backdrop];
  });
  for (const [index, person] of seen.entries()) {
    for (const other of seen.slice(index + 1)) {
      expect(person.filter((trait, position) => trait !== other[position]).length).toBeGreaterThanOrEqual(3);
    }
  }
});

test("fixed traits stay and the rest agrees with them", () => {
  for (let index = 0; index < 200; index++) {
    const person = portraitTraits(`seed ${index}`, { presentation: "feminine", skin: 6, elder: false });
    expect(person.beard).toBe("none");
    expect(person.hairColour).toBeLessThan(2);
    expect(person.skin).toBe(6);
  }
});

test("every style draws something and never an undefined value", () => {
  for (let index = 0; index < 300; index++) {
    const markup = renderToStaticMarkup(<GeneratedPortrait seed={`seed ${index}`} label="A person" />);
    expect(markup).toContain('aria-label="A person"');
    expect(markup).not.toMatch(/undefined|NaN/);
  }
});
