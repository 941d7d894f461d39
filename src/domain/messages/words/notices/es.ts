import { batchReport } from "./batch-report";
import { deletionsQuestion } from "./deletions-question";
import { leftOutList } from "./left-out-list";
import { clockNotices } from "./clock-notices";
import { es as esClock } from "./clock-words";
import type { NoticeWords } from "./notice-words";

const LEFT_OUT = { ours: "ya de MedBookings", "whole-day": "de día completo", past: "ya pasadas", "too-long": "de duración inusual", "no-rule": "sin regla que corresponda", "nobody-invited": "sin la persona invitada que corresponda", "not-offered": "de un servicio que ya no ofrece", known: "ya incorporadas", taken: "coincidentes con otra cita" };

export const es: NoticeWords = {
  "calendar-reconnect": ({ accountEmail }) => ({
    subject: "Vuelva a conectar su Google Calendar, por favor",
    preheader: "Hasta entonces, las reservas no aparecen en Google ni se leen sus horas ocupadas.",
    heading: "Su calendario le necesita un momento",
    lines: [
      `Google ha cerrado nuestro acceso al calendario de ${accountEmail}. Ocurre tras cambiar la contraseña o cuando se retira el acceso.`,
      "Se puede seguir reservando y no se pierde nada. Hasta que vuelva a conectarlo, las reservas nuevas no aparecen en Google, y lo que anote allí no bloquea horas aquí.",
    ],
    button: "Volver a conectar",
    how: ["Son tres clics. Después, todo lo que haya cambiado se pone al día por sí solo."],
  }),
  "calendar-import-report": ({ calendarName, imported, leftOut, isBrokenOff }) => {
    const visits = imported === 1 ? "1 cita" : `${imported} citas`;
    const reasons = leftOutList(leftOut, LEFT_OUT);
    return {
      subject: isBrokenOff ? `No se pudo incorporar todo de ${calendarName}` : `Incorporado de ${calendarName}: ${visits}`,
      preheader: `Incorporado como reserva desde su calendario: ${visits}.`,
      heading: isBrokenOff ? "No se pudieron incorporar todas sus citas" : "Sus citas están incorporadas",
      lines: [
        `Incorporado como reserva desde el calendario «${calendarName}»: ${visits}.`,
        ...(reasons === "" ? [] : [`Sin incorporar: ${reasons}.`]),
        ...(isBrokenOff ? ["Terminó antes de tiempo porque no se pudo leer el calendario. La página de sus calendarios indica el motivo."] : []),
      ],
      button: "Ver las reservas",
      how: ["Puede repetirlo cuando quiera: lo incorporado queda como está y nada se duplica. No se ha escrito a los pacientes; recibirán sus recordatorios como siempre."],
    };
  },
  "calendar-batch-report": batchReport("es"),
  "calendar-edit-question": ({ patientName, startsAt, wantedAt, isInTheWay }, at) => ({
    subject: wantedAt === null ? `¿Anular la cita? ${at(startsAt)}` : `¿Cambiar la cita? ${at(startsAt)}`,
    preheader: "La cambió en Google. No pasa nada hasta que responda.",
    heading: wantedAt === null ? "¿Se anula esta cita?" : "¿Se cambia esta cita?",
    lines: [
      wantedAt === null ? `En Google Calendar borró la entrada de ${patientName}: ${at(startsAt)}.` : `En Google Calendar cambió la cita de ${patientName}: del ${at(startsAt)} al ${at(wantedAt)}.`,
      ...(isInTheWay ? ["La nueva hora está ocupada o queda fuera de su horario."] : []),
      "La reserva sigue como estaba y el paciente no sabe nada. Díganos cuál de las dos es la correcta.",
    ],
    button: "Responder",
    how: [],
  }),
  "calendar-deletions-question": deletionsQuestion("es"),
  ...clockNotices(esClock),
};
