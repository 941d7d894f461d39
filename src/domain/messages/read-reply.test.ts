import { expect, test } from "vitest";
import { readButton, readReply } from "./read-reply";

const kindOf = (text: string) => readReply(text).kind;

test.each(["ja", "JA!", "Ja, bitte", "Sí", "si", "SÍ.", "sí, gracias", "oui", "Oui merci", "sim", "Sim, obrigada", "y", "ok", "Okay 👍", "👍", "👍🏽", "👍🏾👍🏾", "yes please", "Yes, thank you!", "CONFIRM", "confirmo", "Je confirme", "d'accord", "Bestätigt", "ich komme", "ＪＡ", "  ja \n", "ja 😊", "✅"])("%s confirms", (text) => {
  expect(readReply(text)).toEqual({ kind: "confirm" });
});

test.each(["YES", "yes", "Yes!", " yes. ", "YES 🙏"])("%s is what the carrier may take for START", (text) => {
  expect(readReply(text)).toEqual({ kind: "start", alsoConfirms: true });
});

test.each(["STOP", "stop", "Stop.", "STOPALL", "stop all", "UNSUBSCRIBE", "CANCEL", "cancel!", "End", "quit", "OPTOUT", "opt-out", "revoke", "Arrêt", "BAJA", "Stopp", "sair"])("%s is an opt-out and never a cancellation", (text) => {
  expect(kindOf(text)).toBe("stop");
});

test.each(["START", "unstop", "Start!"])("%s subscribes", (text) => expect(readReply(text)).toEqual({ kind: "start", alsoConfirms: false }));
test.each(["HELP", "info", "Hilfe", "ayuda", "aide", "AJUDA"])("%s asks for help", (text) => expect(kindOf(text)).toBe("help"));
test.each(["C", "c", "C.", "(c)", "“C”", "absagen", "Annuler", "anular"])("%s asks to cancel", (text) => expect(kindOf(text)).toBe("cancel"));
test.each(["R", "r!", "Reschedule", "re-schedule", "verschieben", "reporter", "reagendar"])("%s asks to move", (text) => expect(kindOf(text)).toBe("move"));
test.each([["1", 1], ["2.", 2], ["#3", 3], ["12", 12]])("%s is a number", (text, number) => expect(readReply(text)).toEqual({ kind: "number", number }));

test.each([
  "", " ", "🤔", "no", "nein", "No.", "👎", "yes?", "ok?", "¿sí?", "yes but later", "yes I need to cancel", "please cancel my appointment", "do not cancel", "don't cancel", "cancel?? no", "c u tomorrow", "C is my grade", "can't come",
  "R u open", "ja aber später", "si puedo", "oui ou non", "sim mas", "YES NO", "ok cancel", "I am not ok", "1 or 2", "0", "123", "10:30", "+1", "STOP bothering me", "please stop by later", "start at 10", "thanks", "👍👎", "💀", "<script>", "Yes my rash is worse",
])("%j is read by a person", (text) => {
  const expected = text === "+1" ? "number" : "other";
  expect(kindOf(text)).toBe(expected);
});

test("buttons of ours say what they mean, others nothing", () => {
  expect(readButton("CONFIRM")).toEqual({ kind: "button", command: "confirm", reference: null });
  expect(readButton("cancel")).toEqual({ kind: "button", command: "cancel", reference: null });
  expect(readButton("move:k7p2-x")).toEqual({ kind: "button", command: "move", reference: "K7P2-X" });
  expect(readButton("cancel:a b")).toBeNull();
  expect(readButton("confirmation")).toBeNull();
  expect(readButton(null)).toBeNull();
});
