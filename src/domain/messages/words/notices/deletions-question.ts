import type { Language } from "../../language";
import type { NoticeFacts } from "../../notice-kinds";
import type { NoticeSaid } from "./notice-words";

interface DeletionsWords {
  readonly subject: (visits: number) => string;
  readonly preheader: string;
  readonly heading: (visits: number) => string;
  readonly lines: (visits: number) => readonly string[];
  readonly button: string;
}

const WORDS: Readonly<Record<Language, DeletionsWords>> = {
  en: {
    subject: (visits) => `Cancel ${visits} visits? They were deleted in Google`,
    preheader: "Nothing is cancelled, and no patient is told, until you answer.",
    heading: (visits) => `Shall ${visits} visits be cancelled?`,
    lines: (visits) => [
      `In Google Calendar the events of ${visits} coming visits were deleted within a few minutes. That may be what you want, or a calendar that was cleared or lost.`,
      "All of them stand as they were, and no patient has heard anything. You can answer for all of them at once: cancel them, or put the events back.",
    ],
    button: "Answer for all",
  },
  de: {
    subject: (visits) => `${visits} Termine absagen? Sie wurden in Google gelöscht`,
    preheader: "Bis zu Ihrer Antwort wird nichts abgesagt, und niemand erfährt etwas.",
    heading: (visits) => `Sollen ${visits} Termine abgesagt werden?`,
    lines: (visits) => [
      `In Google Kalender wurden innerhalb weniger Minuten die Einträge von ${visits} kommenden Terminen gelöscht. Das kann so gewollt sein, oder ein Kalender wurde geleert oder ging verloren.`,
      "Alle Termine gelten unverändert, und keine Patientin und kein Patient weiß davon. Sie können für alle zugleich antworten: absagen, oder die Einträge wiederherstellen.",
    ],
    button: "Für alle antworten",
  },
  es: {
    subject: (visits) => `¿Anular ${visits} citas? Se borraron en Google`,
    preheader: "No se anula nada ni se avisa a nadie hasta que responda.",
    heading: (visits) => `¿Se anulan ${visits} citas?`,
    lines: (visits) => [
      `En Google Calendar se borraron en pocos minutos las entradas de ${visits} próximas citas. Puede que lo quiera así, o que un calendario se haya vaciado o perdido.`,
      "Todas siguen como estaban y ningún paciente sabe nada. Puede responder por todas a la vez: anularlas, o devolver las entradas al calendario.",
    ],
    button: "Responder por todas",
  },
  fr: {
    subject: (visits) => `Annuler ${visits} rendez-vous ? Ils ont été supprimés dans Google`,
    preheader: "Rien n’est annulé et aucun patient n’est prévenu avant votre réponse.",
    heading: (visits) => `Faut-il annuler ${visits} rendez-vous ?`,
    lines: (visits) => [
      `Dans Google Agenda, les entrées de ${visits} prochains rendez-vous ont été supprimées en quelques minutes. C’est peut-être voulu, ou bien un agenda a été vidé ou perdu.`,
      "Tous restent tels quels, et aucun patient n’en sait rien. Vous pouvez répondre pour tous à la fois : les annuler, ou remettre les entrées dans l’agenda.",
    ],
    button: "Répondre pour tous",
  },
  pt: {
    subject: (visits) => `Desmarcar ${visits} consultas? Foram apagadas no Google`,
    preheader: "Nada é desmarcado e ninguém é avisado até responder.",
    heading: (visits) => `Desmarcar ${visits} consultas?`,
    lines: (visits) => [
      `No Google Calendar foram apagadas em poucos minutos as entradas de ${visits} próximas consultas. Pode ser o que pretende, ou um calendário foi limpo ou perdido.`,
      "Todas continuam como estavam e nenhum paciente sabe de nada. Pode responder por todas de uma vez: desmarcá-las, ou repor as entradas no calendário.",
    ],
    button: "Responder por todas",
  },
};

/** Asks a provider whether many visits whose events were deleted at once shall be cancelled. */
export function deletionsQuestion(language: Language) {
  const words = WORDS[language];
  return ({ visits }: NoticeFacts["calendar-deletions-question"]): NoticeSaid => ({
    subject: words.subject(visits), preheader: words.preheader, heading: words.heading(visits), lines: words.lines(visits), button: words.button, how: [],
  });
}
