/** A person by first name and the initial of the last: "Grace E."; one word stays as it is. Enough for who knows them. */
export function shortName(name: string): string {
  const words = name.normalize("NFC").split(/\s+/u).filter((word) => word !== "");
  const [first = ""] = words;
  const initial = words.length < 2 ? undefined : /\p{L}\p{M}*/u.exec(words.at(-1) ?? "")?.[0];
  return initial === undefined ? first : `${first} ${initial.toLocaleUpperCase("en")}.`;
}
