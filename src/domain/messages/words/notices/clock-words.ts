import type { VisitMode } from "../../appointment-facts";
import type { WeekFinding } from "../../decide-notice";

interface WeekWords {
  readonly subject: string;
  readonly heading: string;
  readonly line: string;
  readonly button: string;
}

/** What is said to providers by the clock, in one language. */
export interface ClockWords {
  readonly agenda: {
    readonly visits: (count: number) => string;
    readonly subject: (date: string, visits: string) => string;
    readonly free: string;
    /** Requests that wait for an answer. */
    readonly waiting: (count: number) => string;
    readonly zone: (zone: string) => string;
    readonly button: string;
    readonly modes: Readonly<Record<VisitMode, string>>;
    readonly willCome: string;
    readonly request: string;
  };
  /** The span of the week, "Monday 30 November to Sunday 6 December", follows the line. */
  readonly week: Readonly<Record<WeekFinding, WeekWords>> & { readonly span: (from: string, to: string) => string };
  /** The small print: whether these come. */
  readonly choose: string;
}

export const en: ClockWords = {
  agenda: {
    visits: (count) => (count === 0 ? "no visits" : count === 1 ? "1 visit" : `${count} visits`),
    subject: (date, visits) => `${date}: ${visits}`,
    free: "Nobody is booked for today.",
    waiting: (count) => (count === 1 ? "One of them is a request that waits for your answer." : `${count} of them are requests that wait for your answer.`),
    zone: (zone) => `All times are ${zone}.`,
    button: "Open the schedule",
    modes: { IN_PERSON: "in person", ONLINE: "by video", PHONE: "by phone" },
    willCome: "will come", request: "request",
  },
  week: {
    span: (from, to) => `${from} to ${to}`,
    "no-hours": { subject: "Next week has no open hours", heading: "Nothing can be booked next week", line: "Your schedule has no open hours next week, so patients find no free times. If you are away, you need not do anything.", button: "Set your hours" },
    "no-visits": { subject: "Nobody is booked for next week yet", heading: "Next week is still empty", line: "Your hours are open next week, and nobody has booked yet. Perhaps share your booking page, or look whether the hours suit your patients.", button: "Look at next week" },
  },
  choose: "Choose what we send you",
};

export const de: ClockWords = {
  agenda: {
    visits: (count) => (count === 0 ? "keine Termine" : count === 1 ? "1 Termin" : `${count} Termine`),
    subject: (date, visits) => `${date}: ${visits}`,
    free: "Für heute ist niemand gebucht.",
    waiting: (count) => (count === 1 ? "Einer davon ist eine Anfrage, die auf Ihre Antwort wartet." : `${count} davon sind Anfragen, die auf Ihre Antwort warten.`),
    zone: (zone) => `Alle Zeiten: ${zone}.`,
    button: "Kalender öffnen",
    modes: { IN_PERSON: "vor Ort", ONLINE: "per Video", PHONE: "per Telefon" },
    willCome: "kommt", request: "Anfrage",
  },
  week: {
    span: (from, to) => `${from} bis ${to}`,
    "no-hours": { subject: "Nächste Woche sind keine Sprechzeiten offen", heading: "Nächste Woche kann niemand buchen", line: "In Ihrem Kalender sind nächste Woche keine Sprechzeiten offen, deshalb werden keine freien Zeiten angeboten. Wenn Sie abwesend sind, ist nichts zu tun.", button: "Sprechzeiten festlegen" },
    "no-visits": { subject: "Für nächste Woche ist noch niemand gebucht", heading: "Nächste Woche ist noch leer", line: "Ihre Sprechzeiten sind nächste Woche offen, gebucht hat noch niemand. Vielleicht teilen Sie Ihre Buchungsseite oder prüfen, ob die Zeiten passen.", button: "Nächste Woche ansehen" },
  },
  choose: "Auswählen, was wir Ihnen senden",
};

export const es: ClockWords = {
  agenda: {
    visits: (count) => (count === 0 ? "ninguna cita" : count === 1 ? "1 cita" : `${count} citas`),
    subject: (date, visits) => `${date}: ${visits}`,
    free: "Hoy no hay citas.",
    waiting: (count) => (count === 1 ? "Una de ellas es una solicitud que espera su respuesta." : `${count} de ellas son solicitudes que esperan su respuesta.`),
    zone: (zone) => `Todas las horas: ${zone}.`,
    button: "Abrir la agenda",
    modes: { IN_PERSON: "presencial", ONLINE: "por vídeo", PHONE: "por teléfono" },
    willCome: "vendrá", request: "solicitud",
  },
  week: {
    span: (from, to) => `Del ${from} al ${to}`,
    "no-hours": { subject: "La próxima semana no hay horas disponibles", heading: "La próxima semana no se puede reservar", line: "Su agenda no tiene horas disponibles la próxima semana, así que los pacientes no encuentran huecos. Si va a ausentarse, no tiene que hacer nada.", button: "Definir el horario" },
    "no-visits": { subject: "La próxima semana aún no hay citas", heading: "La próxima semana sigue vacía", line: "Su horario está abierto la próxima semana y nadie ha reservado todavía. Quizá quiera compartir su página de reservas o revisar si las horas convienen.", button: "Ver la próxima semana" },
  },
  choose: "Elegir qué le enviamos",
};

export const fr: ClockWords = {
  agenda: {
    visits: (count) => (count === 0 ? "aucun rendez-vous" : `${count} rendez-vous`),
    subject: (date, visits) => `${date} : ${visits}`,
    free: "Aucun rendez-vous aujourd’hui.",
    waiting: (count) => (count === 1 ? "L’un d’eux est une demande qui attend votre réponse." : `${count} d’entre eux sont des demandes qui attendent votre réponse.`),
    zone: (zone) => `Toutes les heures : ${zone}.`,
    button: "Ouvrir l’agenda",
    modes: { IN_PERSON: "sur place", ONLINE: "en vidéo", PHONE: "par téléphone" },
    willCome: "viendra", request: "demande",
  },
  week: {
    span: (from, to) => `Du ${from} au ${to}`,
    "no-hours": { subject: "Aucune plage ouverte la semaine prochaine", heading: "Rien n’est réservable la semaine prochaine", line: "Votre agenda n’a aucune plage ouverte la semaine prochaine : les patients n’y trouvent aucun horaire libre. En cas d’absence, vous n’avez rien à faire.", button: "Définir vos horaires" },
    "no-visits": { subject: "Encore aucun rendez-vous la semaine prochaine", heading: "La semaine prochaine est encore vide", line: "Vos plages sont ouvertes la semaine prochaine et personne n’a encore réservé. Partagez peut-être votre page de réservation, ou vérifiez que les horaires conviennent.", button: "Voir la semaine prochaine" },
  },
  choose: "Choisir ce que nous vous envoyons",
};

export const pt: ClockWords = {
  agenda: {
    visits: (count) => (count === 0 ? "nenhuma consulta" : count === 1 ? "1 consulta" : `${count} consultas`),
    subject: (date, visits) => `${date}: ${visits}`,
    free: "Hoje não há consultas marcadas.",
    waiting: (count) => (count === 1 ? "Uma delas é um pedido que aguarda a sua resposta." : `${count} delas são pedidos que aguardam a sua resposta.`),
    zone: (zone) => `Todas as horas: ${zone}.`,
    button: "Abrir a agenda",
    modes: { IN_PERSON: "presencial", ONLINE: "por vídeo", PHONE: "por telefone" },
    willCome: "vem", request: "pedido",
  },
  week: {
    span: (from, to) => `De ${from} a ${to}`,
    "no-hours": { subject: "A próxima semana não tem horas abertas", heading: "Não é possível marcar na próxima semana", line: "A sua agenda não tem horas abertas na próxima semana, por isso os pacientes não encontram horas livres. Se vai estar ausente, não precisa de fazer nada.", button: "Definir o horário" },
    "no-visits": { subject: "Ainda não há consultas na próxima semana", heading: "A próxima semana ainda está vazia", line: "O seu horário está aberto na próxima semana e ninguém marcou ainda. Talvez possa partilhar a sua página de marcações ou ver se o horário convém aos pacientes.", button: "Ver a próxima semana" },
  },
  choose: "Escolher o que lhe enviamos",
};
