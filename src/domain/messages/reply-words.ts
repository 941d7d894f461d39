import { formatInstant } from "@/domain/time/format-instant";
import { zoneCity } from "@/domain/time/format-time";
import { LOCALES, type Language } from "./language";

/** What an automatic answer may say. Nothing about health, and a patient's name never. */
export interface ReplyFigures {
  readonly who: string;
  /** "Tue 24 Nov, 15:30 London time" */
  readonly when: string;
  readonly link: string;
  readonly clinic: string;
  readonly phone: string;
  /** Until when it could be done online. */
  readonly until: string;
  /** Lines of a numbered list. */
  readonly list: string;
}

export const REPLY_KINDS = ["confirmed", "not-answered-yet", "ask-cancel", "cancelled", "refuse-cancel", "move-link", "refuse-move", "ask-which", "nothing-coming", "passed-on", "opted-in", "help"] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];

/** For people who look through all messages. */
export const REPLY_TITLES: Readonly<Record<ReplyKind, string>> = {
  confirmed: "After YES",
  "not-answered-yet": "After YES to a request not answered yet",
  "ask-cancel": "After C: is it meant?",
  cancelled: "After the second C",
  "refuse-cancel": "After C, too late to cancel",
  "move-link": "After R",
  "refuse-move": "After R, too late to move",
  "ask-which": "Which of several visits is meant",
  "nothing-coming": "No coming visit",
  "passed-on": "A person will read it",
  "opted-in": "After START",
  help: "After HELP",
};

type Words = Readonly<Record<ReplyKind, (figures: ReplyFigures) => string>>;

/** The word CANCEL is never asked for: carriers take it for an opt-out. */
const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    confirmed: ({ who, when }) => `Thank you. ${who} is expecting you: ${when}.`,
    "not-answered-yet": ({ who, when }) => `${who} has not answered your request for ${when} yet. We will tell you.`,
    "ask-cancel": ({ who, when }) => `Cancel ${when} with ${who}? Reply C again within 10 minutes. Otherwise nothing changes.`,
    cancelled: ({ who, when, link }) => `Cancelled: ${who}, ${when}. Other times: ${link}`,
    "refuse-cancel": ({ when, until, phone }) => `${when} could be cancelled by text until ${until}. Please call the clinic now: ${phone}`,
    "move-link": ({ who, when, link }) => `Choose another time for ${when} with ${who}: ${link}`,
    "refuse-move": ({ when, until, phone }) => `${when} could be moved online until ${until}. Please call the clinic now: ${phone}`,
    "ask-which": ({ list }) => `Which appointment do you mean? Reply with its number.\n${list}`,
    "nothing-coming": ({ clinic, phone }) => `We find no coming appointment for this number. ${clinic}: ${phone}`,
    "passed-on": ({ clinic, phone }) => `Thank you. ${clinic} will read this. If it cannot wait, please call ${phone}`,
    "opted-in": ({ clinic }) => `You will get messages about your appointments from ${clinic} again. Reply STOP to end them.`,
    help: ({ clinic, phone }) => `${clinic}, messages about your appointments. Call ${phone}. YES confirms, C cancels, R moves, STOP ends messages.`,
  },
  de: {
    confirmed: ({ who, when }) => `Vielen Dank. ${who} erwartet Sie: ${when}.`,
    "not-answered-yet": ({ who, when }) => `${who} hat Ihre Anfrage für ${when} noch nicht beantwortet. Wir sagen Ihnen Bescheid.`,
    "ask-cancel": ({ who, when }) => `${when} bei ${who} absagen? Antworten Sie innerhalb von 10 Minuten noch einmal C. Sonst bleibt alles, wie es ist.`,
    cancelled: ({ who, when, link }) => `Abgesagt: ${who}, ${when}. Andere Zeiten: ${link}`,
    "refuse-cancel": ({ when, until, phone }) => `${when} konnte bis ${until} per SMS abgesagt werden. Bitte rufen Sie jetzt die Praxis an: ${phone}`,
    "move-link": ({ who, when, link }) => `Andere Zeit statt ${when} bei ${who} wählen: ${link}`,
    "refuse-move": ({ when, until, phone }) => `${when} konnte bis ${until} online verschoben werden. Bitte rufen Sie jetzt die Praxis an: ${phone}`,
    "ask-which": ({ list }) => `Welchen Termin meinen Sie? Antworten Sie mit seiner Nummer.\n${list}`,
    "nothing-coming": ({ clinic, phone }) => `Wir finden zu dieser Nummer keinen kommenden Termin. ${clinic}: ${phone}`,
    "passed-on": ({ clinic, phone }) => `Vielen Dank. ${clinic} liest Ihre Nachricht. Wenn es eilt, rufen Sie bitte an: ${phone}`,
    "opted-in": ({ clinic }) => `Sie bekommen wieder Nachrichten zu Ihren Terminen von ${clinic}. STOP beendet sie.`,
    help: ({ clinic, phone }) => `${clinic}, Nachrichten zu Ihren Terminen. Telefon ${phone}. JA bestätigt, C sagt ab, R verschiebt, STOP beendet die Nachrichten.`,
  },
  es: {
    confirmed: ({ who, when }) => `Gracias. ${who} le espera: ${when}.`,
    "not-answered-yet": ({ who, when }) => `${who} aún no ha respondido a su solicitud para ${when}. Le avisaremos.`,
    "ask-cancel": ({ who, when }) => `¿Anular ${when} con ${who}? Responda C otra vez en 10 minutos. Si no, nada cambia.`,
    cancelled: ({ who, when, link }) => `Anulada: ${who}, ${when}. Otras horas: ${link}`,
    "refuse-cancel": ({ when, until, phone }) => `${when} se podía anular por mensaje hasta ${until}. Llame ahora a la clínica: ${phone}`,
    "move-link": ({ who, when, link }) => `Elija otra hora en lugar de ${when} con ${who}: ${link}`,
    "refuse-move": ({ when, until, phone }) => `${when} se podía cambiar en línea hasta ${until}. Llame ahora a la clínica: ${phone}`,
    "ask-which": ({ list }) => `¿A qué cita se refiere? Responda con su número.\n${list}`,
    "nothing-coming": ({ clinic, phone }) => `No encontramos ninguna cita próxima para este número. ${clinic}: ${phone}`,
    "passed-on": ({ clinic, phone }) => `Gracias. ${clinic} leerá su mensaje. Si es urgente, llame al ${phone}`,
    "opted-in": ({ clinic }) => `Volverá a recibir mensajes de ${clinic} sobre sus citas. STOP los termina.`,
    help: ({ clinic, phone }) => `${clinic}, mensajes sobre sus citas. Teléfono ${phone}. SI confirma, C anula, R cambia la hora, STOP termina los mensajes.`,
  },
  fr: {
    confirmed: ({ who, when }) => `Merci. ${who} vous attend : ${when}.`,
    "not-answered-yet": ({ who, when }) => `${who} n'a pas encore répondu à votre demande pour ${when}. Nous vous préviendrons.`,
    "ask-cancel": ({ who, when }) => `Annuler ${when} avec ${who} ? Répondez encore C dans les 10 minutes. Sinon rien ne change.`,
    cancelled: ({ who, when, link }) => `Annulé : ${who}, ${when}. Autres horaires : ${link}`,
    "refuse-cancel": ({ when, until, phone }) => `${when} pouvait être annulé par message jusqu'à ${until}. Appelez le cabinet : ${phone}`,
    "move-link": ({ who, when, link }) => `Choisissez un autre horaire que ${when} avec ${who} : ${link}`,
    "refuse-move": ({ when, until, phone }) => `${when} pouvait être déplacé en ligne jusqu'à ${until}. Appelez le cabinet : ${phone}`,
    "ask-which": ({ list }) => `De quel rendez-vous parlez-vous ? Répondez par son numéro.\n${list}`,
    "nothing-coming": ({ clinic, phone }) => `Aucun rendez-vous à venir pour ce numéro. ${clinic} : ${phone}`,
    "passed-on": ({ clinic, phone }) => `Merci. ${clinic} lira votre message. Si c'est urgent, appelez le ${phone}`,
    "opted-in": ({ clinic }) => `Vous recevrez de nouveau les messages de ${clinic} sur vos rendez-vous. STOP y met fin.`,
    help: ({ clinic, phone }) => `${clinic}, messages sur vos rendez-vous. Téléphone ${phone}. OUI confirme, C annule, R déplace, STOP met fin aux messages.`,
  },
  pt: {
    confirmed: ({ who, when }) => `Obrigado. ${who} espera por si: ${when}.`,
    "not-answered-yet": ({ who, when }) => `${who} ainda não respondeu ao seu pedido para ${when}. Avisaremos.`,
    "ask-cancel": ({ who, when }) => `Desmarcar ${when} com ${who}? Responda C de novo em 10 minutos. Se não, nada muda.`,
    cancelled: ({ who, when, link }) => `Desmarcada: ${who}, ${when}. Outros horários: ${link}`,
    "refuse-cancel": ({ when, until, phone }) => `${when} podia ser desmarcada por mensagem até ${until}. Ligue agora para a clínica: ${phone}`,
    "move-link": ({ who, when, link }) => `Escolha outra hora em vez de ${when} com ${who}: ${link}`,
    "refuse-move": ({ when, until, phone }) => `${when} podia ser alterada online até ${until}. Ligue agora para a clínica: ${phone}`,
    "ask-which": ({ list }) => `A que consulta se refere? Responda com o número.\n${list}`,
    "nothing-coming": ({ clinic, phone }) => `Não encontrámos nenhuma consulta próxima para este número. ${clinic}: ${phone}`,
    "passed-on": ({ clinic, phone }) => `Obrigado. ${clinic} vai ler a sua mensagem. Se for urgente, ligue ${phone}`,
    "opted-in": ({ clinic }) => `Voltará a receber mensagens de ${clinic} sobre as suas consultas. STOP termina-as.`,
    help: ({ clinic, phone }) => `${clinic}, mensagens sobre as suas consultas. Telefone ${phone}. SIM confirma, C desmarca, R muda a hora, STOP termina as mensagens.`,
  },
};

/** An automatic answer in the reader's language. */
export const replyText = (kind: ReplyKind, language: Language, figures: ReplyFigures): string => WORDS[language][kind](figures);

const ZONE: Readonly<Record<Language, (city: string) => string>> = {
  en: (city) => `${city} time`,
  de: (city) => `(Ortszeit ${city})`,
  es: (city) => `(hora de ${city})`,
  fr: (city) => `(heure de ${city})`,
  pt: (city) => `(hora de ${city})`,
};

/** A start for a short text: "Tue 24 Nov, 15:30 London time", in the reader's words and zone. */
export function shortMoment(epochMs: number, timeZone: string, language: Language): string {
  const { weekdayShort, dayMonthShort, time } = formatInstant(epochMs, timeZone, LOCALES[language]);
  return `${weekdayShort} ${dayMonthShort}, ${time} ${ZONE[language](zoneCity(timeZone))}`;
}
