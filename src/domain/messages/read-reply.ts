export type ReplyCommand = "confirm" | "cancel" | "move";

export type ReplyIntent =
  | { readonly kind: "confirm" | "cancel" | "move" | "stop" | "help" | "other" }
  /** `alsoConfirms`: the carrier takes this word for START only from somebody who had opted out. */
  | { readonly kind: "start"; readonly alsoConfirms: boolean }
  | { readonly kind: "number"; readonly number: number }
  /** A button of ours; `reference` names the visit of the message under which it stood. */
  | { readonly kind: "button"; readonly command: ReplyCommand; readonly reference: string | null };

const words = (text: string) => text.split(" ").map((word) => word.replaceAll("_", " "));

/**
 * What carriers take for an opt-out when it is all of a text, CANCEL among them, with what Twilio knows in other
 * languages: https://help.twilio.com/articles/223134027. No booking is ever cancelled by one of these.
 */
const STOP = new Set(words("STOP STOPALL STOP_ALL UNSUBSCRIBE CANCEL END QUIT OPTOUT OPT_OUT REVOKE STOPP ABMELDEN ABBESTELLEN BAJA DETENER ALTO ARRET ARRETER DESABONNER STOP_SMS PARAR PARE SAIR REMOVER"));
const START = new Set(words("START UNSTOP SUBSCRIBE OPTIN OPT_IN ANMELDEN ALTA REPRENDRE VOLTAR"));
const HELP = new Set(words("HELP INFO HILFE AYUDA AIDE AJUDA INFORMATION"));

/** A word that agrees, in five languages. Only the first is also the carrier's START. */
const AGREES = new Set(words("YES Y YEP YEAH YUP OK OKAY CONFIRM CONFIRMED SURE J JA JAWOHL JEP BESTATIGT BESTATIGE BESTATIGEN PASST S SI SIM CLARO CONFIRMO CONFIRMADO CONFIRMADA CONFIRMAR VALE O OUI OUAIS CONFIRME CONFIRMER JE_CONFIRME D_ACCORD DACCORD I_CONFIRM I_WILL_COME I_LL_BE_THERE ICH_KOMME VOY ALLI_ESTARE JE_VIENS VOU ESTAREI_LA"));
/** What people say around it and that changes nothing. */
const POLITE = new Set(words("PLEASE THANKS THANK YOU THX TY BITTE DANKE DANKESCHON GRACIAS POR FAVOR MERCI SVP S_IL VOUS PLAIT OBRIGADO OBRIGADA MUCHAS VIELEN DANK MANY OF COURSE NATURLICH BIEN SUR CLARO YES JA SI OUI SIM OK OKAY").flatMap((word) => word.split(" ")));
const CANCEL = new Set(words("C ABSAGEN STORNIEREN ABSAGE ANULAR CANCELAR ANNULER ANNULEZ ANULA CANCELE DESMARCAR"));
const MOVE = new Set(words("R MOVE RESCHEDULE RE_SCHEDULE REBOOK CHANGE VERSCHIEBEN UMBUCHEN VERLEGEN REPROGRAMAR CAMBIAR REPORTER DEPLACER REAGENDAR REMARCAR MUDAR"));

const THUMBS_UP = /\u{1F44D}|\u{1F44C}|\u2705|\u2714|\u{1F197}/gu;
/** Signs that only colour what is said. Anything else that is no letter or digit turns a text into something to be read. */
const COLOUR = /[\u{1F3FB}-\u{1F3FF}\uFE0E\uFE0F\u200D\u{1F600}-\u{1F60D}\u{1F642}\u{1F64F}\u{1F917}\u2764\u263A]/gu;

/** Letters without accents in upper case, one space between words; thumbs up becomes a word that agrees. */
function plainWords(text: string): string {
  return text
    .replace(THUMBS_UP, " OK ")
    .replace(COLOUR, " ")
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/[\p{P}\p{Sm}\p{Sk}\s]+/gu, " ")
    .trim();
}

/**
 * What a text asks for, in five languages, whatever its case, accents, punctuation or cheerful signs. Only a text that is
 * nothing but the word counts: everything else is "other" and read by a person. A question agrees to nothing.
 */
export function readReply(text: string): ReplyIntent {
  const plain = plainWords(text);
  const isAsked = /[?¿]/.test(text);
  if (STOP.has(plain)) return { kind: "stop" };
  if (START.has(plain)) return { kind: "start", alsoConfirms: false };
  if (HELP.has(plain)) return { kind: "help" };
  if (plain === "YES" && !isAsked) return { kind: "start", alsoConfirms: true };
  if (CANCEL.has(plain)) return { kind: "cancel" };
  if (MOVE.has(plain)) return { kind: "move" };
  if (/^[1-9]\d?$/.test(plain)) return { kind: "number", number: Number(plain) };
  return !isAsked && agrees(plain) ? { kind: "confirm" } : { kind: "other" };
}

function agrees(plain: string): boolean {
  if (AGREES.has(plain)) return true;
  const parts = plain.split(" ");
  const [first = ""] = parts;
  return parts.length <= 5 && AGREES.has(first) && parts.slice(1).every((part) => POLITE.has(part) || AGREES.has(part));
}

/** What a button of ours sends back, "cancel" or "cancel:" and a booking's reference; null for one we do not know. */
export function readButton(payload: string | null): ReplyIntent | null {
  const [, word, reference] = /^(confirm|cancel|move)(?::([\w-]+))?$/i.exec(payload ?? "") ?? [];
  const command = word?.toLowerCase();
  return command === "confirm" || command === "cancel" || command === "move" ? { kind: "button", command, reference: reference?.toUpperCase() ?? null } : null;
}
