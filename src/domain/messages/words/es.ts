import type { MessageWords } from "./message-words";

const answers = (willCome = false) => `Responda ${willCome ? "" : "SI para confirmar, "}C si no puede venir, R para cambiar.`;

export const es: MessageWords = {
  zone: (city) => `hora de ${city}`,
  moment: (date, time, zone) => `${date}, ${time} h (${zone})`,
  shortMoment: (date, time, zone) => `${date}, ${time} h (${zone})`,
  elsewhere: (time, city) => `${time} h en ${city}, donde está la clínica`,
  shortElsewhere: (time, city) => `= ${time} h en ${city}`,
  forPatient: (moment) => `Para el paciente: ${moment}`,
  span: (date, from, until, zone) => `${date}, de ${from} a ${until} h, ${zone}`,
  itWas: (span) => `Era: ${span}`,
  before: (at) => `Antes era el ${at}.`,
  label: (words) => `${words}:`,
  greeting: (name) => `Hola, ${name}:`,
  regards: "Un cordial saludo",
  choose: "Elegir sus recordatorios o dejar de recibirlos",
  answers,
  where: {
    place: "Lugar", video: "Videoconsulta", phone: "Por teléfono",
    callsYou: (who) => `${who} le llamará al número que nos indicó.`,
    youCall: "Llame al paciente al número que figura en la reserva.",
    linkLater: "Antes de la cita encontrará el enlace de vídeo en la página de su cita.",
    linkLaterStaff: "El enlace de vídeo aparecerá en la reserva.",
  },
  buttons: { manage: "Ver, cambiar o anular", again: "Ver horas libres", join: "Entrar en la videoconsulta", open: "Abrir la reserva", willCome: "Asistiré", bookAgain: "Reservar de nuevo" },
  change: {
    call: (phone) => `Para cambiarla ahora, llame a la clínica: ${phone}.`,
    contact: "Para cambiarla ahora, póngase en contacto con la clínica.",
    untilStart: "Puede cambiarla o anularla en línea hasta que empiece.",
    both: (at) => `Puede cambiarla o anularla en línea hasta el ${at}.`,
    move: (at) => `Puede cambiarla en línea hasta el ${at}.`,
    cancel: (at) => `Puede anularla en línea hasta el ${at}.`,
  },
  inside: { video: "Por vídeo. Dentro están el enlace y cómo cambiarla o anularla.", videoLater: "Por vídeo. Dentro se explica cómo cambiarla o anularla.", phone: "Por teléfono. Dentro se explica cómo cambiarla o anularla.", place: "Dentro están la dirección y cómo cambiarla o anularla." },
  invite: { summary: (who) => `Cita con ${who}`, cancelled: "Esta cita está anulada.", join: (url) => `Entrar por vídeo: ${url}`, manage: (url) => `Ver, cambiar o anular: ${url}`, video: "Por vídeo", phone: "Por teléfono" },
  templates: {
    "booking-confirmed": { subject: ({ who, at }) => `Cita reservada con ${who}: ${at}`, heading: "Su cita está reservada", lines: ({ who }) => [`${who} le espera.`], text: ({ who, when, link }) => `Cita reservada: ${who}, ${when}. Ver, cambiar o anular: ${link}` },
    "booking-pending": {
      subject: ({ who, at }) => `Solicitud recibida: ${who}, ${at}`, preheader: "Le guardamos la hora hasta que haya respuesta.", heading: "Hemos recibido su solicitud",
      lines: ({ who }) => [`${who} la confirmará o le propondrá otra hora. Mientras tanto le guardamos la hora, y le avisaremos en cuanto haya respuesta.`],
      text: ({ who, when, link }) => `Solicitud recibida: ${who}, ${when}. Le avisaremos: ${link}`,
    },
    "booking-approved": { subject: ({ who, at }) => `Confirmada por ${who}: ${at}`, heading: "Su cita está confirmada", lines: ({ who }) => [`${who} ha confirmado su solicitud y le espera.`], text: ({ who, when, link }) => `Cita confirmada: ${who}, ${when}. Ver, cambiar o anular: ${link}` },
    "booking-declined": {
      subject: ({ who, at }) => `No es posible: ${who}, ${at}`, preheader: "No hay nada reservado. Quizá le convenga otra hora.", heading: "Esta hora no es posible",
      lines: ({ who }) => [`${who} no puede atenderle a esta hora. No hay nada reservado. Quizá le convenga otra hora.`],
      text: ({ who, when, link }) => `No es posible: ${who}, ${when}. No hay nada reservado. Otras horas: ${link}`,
    },
    "booking-rescheduled": { subject: ({ who, at }) => `Nueva hora con ${who}: ${at}`, heading: "Su cita ha cambiado de hora", lines: ({ who }) => [`${who} le espera a la nueva hora.`], text: ({ who, when, link }) => `Nueva hora: ${who}, ${when}. Ver, cambiar o anular: ${link}` },
    "calendar-awaited": {
      subject: ({ who, at }) => `Hora guardada: ${who}, ${at}`, preheader: "La confirmaremos en cuanto responda el calendario.", heading: "Le guardamos esta hora",
      lines: ({ who }) => [`El calendario de ${who} no responde en este momento. Le guardamos la hora y la confirmaremos en cuanto responda. No tiene que hacer nada.`],
      text: ({ who, when, link }) => `Hora guardada: ${who}, ${when}. El calendario no responde ahora; confirmaremos en cuanto responda: ${link}`,
    },
    "move-requested": {
      subject: ({ who, at }) => `Nueva hora solicitada: ${who}, ${at}`, preheader: "Le avisaremos en cuanto haya respuesta.", heading: "Ha solicitado una nueva hora",
      lines: ({ who }) => [`${who} la confirmará o le propondrá otra. Le avisaremos en cuanto haya respuesta.`],
      text: ({ who, when, link }) => `Nueva hora solicitada: ${who}, ${when}. Le avisaremos: ${link}`,
    },
    "booking-cancelled": {
      subject: ({ who, at }) => `Cita anulada: ${who}, ${at}`, preheader: "Esta cita no tendrá lugar.", heading: "Su cita está anulada",
      lines: ({ who }) => [`Su cita con ${who} no tendrá lugar. No tiene que hacer nada.`],
      text: ({ who, when, link }) => `Cita anulada: ${who}, ${when}. Otras horas: ${link}`,
    },
    "booking-expired": {
      subject: ({ who, at }) => `Sin respuesta a tiempo: ${who}, ${at}`, preheader: "No hay nada reservado. Elija otra hora, por favor.", heading: "Su solicitud no tuvo respuesta a tiempo",
      lines: ({ who }) => [`Lo sentimos: ${who} no pudo responder a su solicitud. No hay nada reservado. Elija otra hora, por favor.`],
      text: ({ who, when, link }) => `Sin respuesta a tiempo: ${who}, ${when}. No hay nada reservado. Otras horas: ${link}`,
    },
    "meet-ready": {
      subject: ({ who, at }) => `Su enlace de vídeo: ${who}, ${at}`, preheader: "Abra el enlace unos minutos antes de empezar.", heading: "Su enlace de vídeo está listo",
      lines: ({ who }) => [`Hablará con ${who} por vídeo. Abra el enlace unos minutos antes de empezar; no hay que instalar nada.`],
      text: ({ who, when, link }) => `Su enlace de vídeo: ${who}, ${when}. Entrar: ${link}`,
    },
    reminder: { subject: ({ who, at }) => `Recordatorio: ${who}, ${at}`, heading: "Su cita se acerca", lines: ({ who }) => [`${who} le espera.`], text: ({ who, when, link, willCome }) => `Recordatorio: ${who}, ${when}. ${answers(willCome)} ${link}` },
    "follow-up": { subject: ({ who, at }) => `Gracias por su visita a ${who}: ${at}`, preheader: "Si desea volver, puede reservar en unos pasos.", heading: "Gracias por su visita", lines: ({ who }) => [`Gracias por su visita a ${who}. Si tiene alguna pregunta, póngase en contacto con la clínica. Y si desea volver, elija la hora que le convenga.`], text: ({ who, link }) => `Gracias por su visita a ${who}. Reservar de nuevo: ${link}` },
    "come-back": { subject: ({ who, at }) => `¿Es hora de volver a ver a ${who}? Última visita: ${at}`, preheader: "Elija la hora que le convenga.", heading: "¿Es hora de volver?", lines: ({ who }) => [`Ha pasado un tiempo desde su visita a ${who}. Si desea volver, elija la hora que le convenga.`], text: ({ who, link }) => `¿Es hora de volver a ver a ${who}? Elija una hora: ${link}` },
    "provider-booking-confirmed": { subject: ({ at }) => `Nueva reserva: ${at}`, preheader: "Ya está en su agenda.", heading: "Tiene una nueva reserva", lines: ({ patient }) => [`${patient} ha reservado una hora con usted.`], text: ({ who, when, link }) => `${who}: nueva reserva, ${when}. ${link}` },
    "provider-booking-pending": {
      subject: ({ at }) => `Nueva solicitud: ${at}`, preheader: "Espera su respuesta.", heading: "Tiene una nueva solicitud", lines: ({ patient }) => [`${patient} solicita esta hora. Queda guardada hasta que responda.`], staffAction: "Responder a la solicitud",
      text: ({ who, when, link }) => `${who}: nueva solicitud, ${when}. Responda aquí: ${link}`,
    },
    "provider-booking-rescheduled": { subject: ({ at }) => `Cambio de hora: ${at}`, preheader: "La hora anterior vuelve a estar libre.", heading: "Una reserva ha cambiado de hora", lines: ({ patient }) => [`La reserva de ${patient} tiene una nueva hora. La anterior vuelve a estar libre.`], text: ({ who, when, link }) => `${who}: una reserva pasa al ${when}. ${link}` },
    "provider-booking-cancelled": { subject: ({ at }) => `Anulada: ${at}`, preheader: "Esta hora vuelve a estar libre.", heading: "Se ha anulado una reserva", lines: ({ patient }) => [`La reserva de ${patient} se ha anulado. Esta hora vuelve a estar libre.`], text: ({ who, when, link }) => `${who}: reserva anulada, ${when}. ${link}` },
    "provider-contact-card": { subject: ({ at }) => `Tarjeta de contacto: ${at}`, preheader: "Para su agenda de contactos.", heading: "Una tarjeta de contacto nueva", lines: ({ patient }) => [`Adjuntamos la tarjeta de contacto de ${patient} para su agenda.`], text: ({ who, when, link }) => `${who}: tarjeta de contacto de un paciente nuevo, ${when}. ${link}` },
    "provider-booking-expired": {
      subject: ({ at }) => `Solicitud caducada: ${at}`, preheader: "Esta hora vuelve a estar libre.", heading: "Una solicitud ha caducado sin respuesta", lines: ({ patient }) => [`La solicitud de ${patient} no se respondió a tiempo. Se lo hemos comunicado, y esta hora vuelve a estar libre.`],
      text: ({ who, when, link }) => `${who}: solicitud caducada sin respuesta, ${when}. ${link}`,
    },
    "provider-calendar-awaited": {
      subject: ({ at }) => `Nueva solicitud, a la espera de su calendario: ${at}`, preheader: "Se confirmará sola en cuanto responda su calendario.", heading: "Una solicitud espera a su calendario",
      lines: ({ patient }) => [`${patient} solicita esta hora. Su calendario no responde en este momento, así que la guardamos. En cuanto responda y la hora esté libre, se confirmará sola. También puede responder ahora.`],
      text: ({ who, when, link }) => `${who}: una solicitud espera a su calendario, ${when}. ${link}`,
    },
    "provider-booking-clashes": {
      subject: ({ at }) => `Decida, por favor: ${at}`, preheader: "Su calendario muestra algo a esta hora.", heading: "Una solicitud coincide con algo en su calendario", staffAction: "Responder a la solicitud",
      lines: ({ patient }) => [`${patient} solicitó esta hora cuando su calendario no respondía. Ya responde, y la hora está ocupada. La solicitud queda guardada hasta que la acepte o la rechace.`],
      text: ({ who, when, link }) => `${who}: una solicitud coincide con algo en su calendario, ${when}. Responda aquí: ${link}`,
    },
  },
};
