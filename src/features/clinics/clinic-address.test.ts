import { expect, it } from "vitest";
import { changeClinicAddress, readClinicAddress } from "./clinic-address";

const read = (query: string) => readClinicAddress(new URLSearchParams(query));

it("reads what it writes, and keeps the rest", () => {
  const address = read("service=visit&mode=video&day=2026-11-24&location=berlin&person=ada");
  expect(address).toEqual({ service: "visit", mode: "ONLINE", day: "2026-11-24", location: "berlin", person: "ada" });
  expect(read(changeClinicAddress("", address))).toEqual(address);
  expect(changeClinicAddress("?tz=Europe%2FLondon&location=berlin&person=ada", { person: null, mode: "PHONE" })).toBe("?tz=Europe%2FLondon&location=berlin&mode=phone");
});
