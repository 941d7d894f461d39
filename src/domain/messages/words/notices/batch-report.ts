import type { Language } from "../../language";
import type { NoticeFacts } from "../../notice-kinds";
import type { NoticeSaid, SayMoment } from "./notice-words";

type Facts = NoticeFacts["calendar-batch-report"];

interface BatchWords {
  readonly subject: (calendarName: string, done: number, total: number) => string;
  readonly preheader: string;
  readonly heading: string;
  readonly headingInPart: string;
  readonly line: (calendarName: string, done: number, total: number) => string;
  readonly refused: (moments: string, more: number) => string;
  readonly button: string;
  readonly how: string;
}

const WORDS: Readonly<Record<Language, BatchWords>> = {
  en: {
    subject: (name, done, total) => (done === total ? `Your coming visits are in ${name}` : `${done} of ${total} coming visits are in ${name}`),
    preheader: "What is booked from now on goes there by itself.",
    heading: "Your coming visits are in your calendar",
    headingInPart: "Not all coming visits are in your calendar",
    line: (name, done, total) => `${done} of ${total} coming visits are now in the calendar “${name}”. What is booked, moved or cancelled from now on shows there by itself.`,
    refused: (moments, more) => `Google refused these: ${moments}${more > 0 ? `, and ${more} more` : ""}. They stay booked, and are offered to Google again every hour.`,
    button: "See your calendars",
    how: "Patients were not written to, and video links stay the ones they have.",
  },
  de: {
    subject: (name, done, total) => (done === total ? `Ihre kommenden Termine stehen in ${name}` : `${done} von ${total} kommenden Terminen stehen in ${name}`),
    preheader: "Was ab jetzt gebucht wird, erscheint dort von selbst.",
    heading: "Ihre kommenden Termine stehen in Ihrem Kalender",
    headingInPart: "Nicht alle kommenden Termine stehen in Ihrem Kalender",
    line: (name, done, total) => `${done} von ${total} kommenden Terminen stehen jetzt im Kalender „${name}“. Was ab jetzt gebucht, verschoben oder abgesagt wird, erscheint dort von selbst.`,
    refused: (moments, more) => `Diese hat Google abgelehnt: ${moments}${more > 0 ? ` und ${more} weitere` : ""}. Sie bleiben gebucht und werden Google jede Stunde erneut angeboten.`,
    button: "Kalender ansehen",
    how: "Ihre Patientinnen und Patienten haben keine Nachricht erhalten, und Videolinks bleiben, wie sie sind.",
  },
  es: {
    subject: (name, done, total) => (done === total ? `Sus próximas citas están en ${name}` : `${done} de ${total} próximas citas están en ${name}`),
    preheader: "Lo que se reserve a partir de ahora aparecerá allí por sí solo.",
    heading: "Sus próximas citas están en su calendario",
    headingInPart: "No todas sus próximas citas están en su calendario",
    line: (name, done, total) => `${done} de ${total} próximas citas están ahora en el calendario «${name}». Lo que se reserve, cambie o anule a partir de ahora aparecerá allí por sí solo.`,
    refused: (moments, more) => `Google ha rechazado estas: ${moments}${more > 0 ? ` y ${more} más` : ""}. Siguen reservadas y se vuelven a ofrecer a Google cada hora.`,
    button: "Ver sus calendarios",
    how: "No se ha escrito a sus pacientes, y los enlaces de vídeo siguen siendo los mismos.",
  },
  fr: {
    subject: (name, done, total) => (done === total ? `Vos prochains rendez-vous sont dans ${name}` : `${done} sur ${total} prochains rendez-vous sont dans ${name}`),
    preheader: "Ce qui sera réservé désormais y apparaîtra de lui-même.",
    heading: "Vos prochains rendez-vous sont dans votre agenda",
    headingInPart: "Vos prochains rendez-vous ne sont pas tous dans votre agenda",
    line: (name, done, total) => `${done} sur ${total} prochains rendez-vous sont maintenant dans l’agenda « ${name} ». Ce qui sera réservé, déplacé ou annulé désormais y apparaîtra de lui-même.`,
    refused: (moments, more) => `Google a refusé ceux-ci : ${moments}${more > 0 ? ` et ${more} de plus` : ""}. Ils restent réservés et sont de nouveau proposés à Google toutes les heures.`,
    button: "Voir vos agendas",
    how: "Vos patients n’ont reçu aucun message, et les liens vidéo restent les mêmes.",
  },
  pt: {
    subject: (name, done, total) => (done === total ? `As suas próximas consultas estão em ${name}` : `${done} de ${total} próximas consultas estão em ${name}`),
    preheader: "O que for marcado a partir de agora aparece lá automaticamente.",
    heading: "As suas próximas consultas estão no seu calendário",
    headingInPart: "Nem todas as próximas consultas estão no seu calendário",
    line: (name, done, total) => `${done} de ${total} próximas consultas estão agora no calendário «${name}». O que for marcado, alterado ou desmarcado a partir de agora aparece lá automaticamente.`,
    refused: (moments, more) => `A Google recusou estas: ${moments}${more > 0 ? ` e mais ${more}` : ""}. Continuam marcadas e voltam a ser propostas à Google de hora a hora.`,
    button: "Ver os seus calendários",
    how: "Os seus pacientes não receberam mensagens, e os links de vídeo mantêm-se.",
  },
};

/** Tells a provider that their coming visits went over to a calendar, and when the refused ones are. */
export function batchReport(language: Language) {
  const words = WORDS[language];
  return ({ calendarName, total, done, failedStarts }: Facts, at: SayMoment): NoticeSaid => {
    const refused = total - done;
    return {
      subject: words.subject(calendarName, done, total),
      preheader: words.preheader,
      heading: done === total ? words.heading : words.headingInPart,
      lines: [words.line(calendarName, done, total), ...(failedStarts.length === 0 ? [] : [words.refused(failedStarts.map(at).join("; "), Math.max(0, refused - failedStarts.length))])],
      button: words.button,
      how: [words.how],
    };
  };
}
