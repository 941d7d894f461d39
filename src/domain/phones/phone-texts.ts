import { basicLetters } from "@/domain/messages/basic-letters";
import type { Language } from "@/domain/messages/language";
import { oneLine } from "@/domain/messages/safe-text";
import { smsSegments } from "@/domain/messages/sms-segments";

/** Names of messages about a number itself, as they are stored. */
export const PHONE_CODE = "phone-code";
export const PHONE_HELLO = "phone-hello";

interface PhoneWords {
  /** For whoever typed the number beside a visit. Its owner may not have been them. */
  readonly visit: (code: string, clinic: string) => string;
  /** For an account of one's own. */
  readonly account: (code: string) => string;
  /** The first text to a number that a patient gave at the desk. */
  readonly hello: (clinic: string) => string;
}

const WORDS: Readonly<Record<Language, PhoneWords>> = {
  en: {
    visit: (code, clinic) => `${code} is your code for texts from ${clinic}, for 10 minutes. Replying YES works too. Not you? Ignore this or reply STOP.`,
    account: (code) => `${code} is your MedBookings code, for 10 minutes. Tell it to nobody. Not you? Ignore this.`,
    hello: (clinic) => `${clinic}: you gave us this number for texts about your appointments. Reply STOP to end them.`,
  },
  de: {
    visit: (code, clinic) => `${code} ist Ihr Code für SMS von ${clinic}, 10 Minuten gültig. Oder antworten Sie JA. Nicht von Ihnen? Ignorieren Sie dies oder antworten Sie STOP.`,
    account: (code) => `${code} ist Ihr Code für MedBookings, 10 Minuten gültig. Sagen Sie ihn niemandem. Nicht von Ihnen? Ignorieren Sie dies.`,
    hello: (clinic) => `${clinic}: Sie haben uns diese Nummer für SMS zu Ihren Terminen gegeben. STOP beendet sie.`,
  },
  es: {
    visit: (code, clinic) => `${code} es su código para mensajes de ${clinic}, 10 minutos. O responda SI. ¿No lo pidió? Ignórelo o responda STOP.`,
    account: (code) => `${code} es su código de MedBookings, 10 minutos. No lo diga a nadie. ¿No lo pidió? Ignórelo.`,
    hello: (clinic) => `${clinic}: nos dio este número para mensajes sobre sus citas. Responda STOP para terminarlos.`,
  },
  fr: {
    visit: (code, clinic) => `${code} est votre code pour les SMS de ${clinic}, 10 minutes. Ou répondez OUI. Pas vous ? Ignorez ceci ou répondez STOP.`,
    account: (code) => `${code} est votre code MedBookings, 10 minutes. Ne le donnez à personne. Pas vous ? Ignorez ceci.`,
    hello: (clinic) => `${clinic} : vous nous avez donné ce numéro pour des SMS sur vos rendez-vous. STOP y met fin.`,
  },
  pt: {
    visit: (code, clinic) => `${code} é o seu código para mensagens de ${clinic}, 10 minutos. Ou responda SIM. Não foi você? Ignore ou responda STOP.`,
    account: (code) => `${code} é o seu código MedBookings, 10 minutos. Não o diga a ninguém. Não foi você? Ignore.`,
    hello: (clinic) => `${clinic}: deu-nos este número para mensagens sobre as suas consultas. STOP termina-as.`,
  },
};

const NAME_LENGTHS = [40, 30, 24, 18, 12];

/** In one segment: the clinic's name gives way. */
function inOneSegment(write: (clinic: string) => string, clinic: string): string {
  const texts = NAME_LENGTHS.map((length) => basicLetters(write(oneLine(clinic, length))));
  return texts.find((text) => smsSegments(text) === 1) ?? basicLetters(write("MedBookings"));
}

/** The text with a code. `clinic` is null where it is for an account. Never who is to be seen, when or why: whoever reads it may be a stranger. */
export const phoneCodeText = (language: Language, code: string, clinic: string | null): string =>
  clinic === null ? basicLetters(WORDS[language].account(code)) : inOneSegment((name) => WORDS[language].visit(code, name), clinic);

/** The first text to a number that somebody of the clinic noted with its owner's consent. */
export const phoneHelloText = (language: Language, clinic: string): string => inOneSegment(WORDS[language].hello, clinic);
