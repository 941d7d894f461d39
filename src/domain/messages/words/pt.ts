import type { MessageWords } from "./message-words";

const answers = (willCome = false) => `Responda ${willCome ? "" : "SIM para confirmar, "}C se não puder vir, R para mudar.`;

export const pt: MessageWords = {
  zone: (city) => `hora de ${city}`,
  moment: (date, time, zone) => `${date}, ${time} (${zone})`,
  shortMoment: (date, time, zone) => `${date}, ${time} (${zone})`,
  elsewhere: (time, city) => `${time} em ${city}, onde fica a clínica`,
  shortElsewhere: (time, city) => `= ${time} em ${city}`,
  forPatient: (moment) => `Para o paciente: ${moment}`,
  span: (date, from, until, zone) => `${date}, das ${from} às ${until}, ${zone}`,
  itWas: (span) => `Era: ${span}`,
  before: (at) => `Antes era: ${at}.`,
  label: (words) => `${words}:`,
  greeting: (name) => `Olá, ${name},`,
  regards: "Com os melhores cumprimentos",
  choose: "Escolha como o lembramos ou deixe de receber lembretes",
  answers,
  where: {
    place: "Local", video: "Consulta por vídeo", phone: "Por telefone",
    callsYou: (who) => `${who} liga-lhe para o número que indicou.`,
    youCall: "Ligue ao paciente para o número que consta da marcação.",
    linkLater: "Antes da consulta encontrará o link de vídeo na página da sua consulta.",
    linkLaterStaff: "O link de vídeo aparecerá na marcação.",
  },
  buttons: { manage: "Ver, alterar ou desmarcar", again: "Ver horas livres", join: "Entrar na consulta por vídeo", open: "Abrir a marcação", willCome: "Vou comparecer", bookAgain: "Marcar de novo" },
  change: {
    call: (phone) => `Para a alterar agora, ligue para a clínica: ${phone}.`,
    contact: "Para a alterar agora, contacte a clínica.",
    untilStart: "Pode alterá-la ou desmarcá-la online até começar.",
    both: (at) => `Pode alterá-la ou desmarcá-la online até ${at}.`,
    move: (at) => `Pode alterá-la online até ${at}.`,
    cancel: (at) => `Pode desmarcá-la online até ${at}.`,
  },
  inside: { video: "Por vídeo. O link e como alterar ou desmarcar estão nesta mensagem.", videoLater: "Por vídeo. Veja nesta mensagem como alterar ou desmarcar.", phone: "Por telefone. Veja nesta mensagem como alterar ou desmarcar.", place: "A morada e como alterar ou desmarcar estão nesta mensagem." },
  invite: { summary: (who) => `Consulta com ${who}`, cancelled: "Esta consulta foi desmarcada.", join: (url) => `Entrar por vídeo: ${url}`, manage: (url) => `Ver, alterar ou desmarcar: ${url}`, video: "Por vídeo", phone: "Por telefone" },
  templates: {
    "booking-confirmed": { subject: ({ who, at }) => `Consulta marcada com ${who}: ${at}`, heading: "A sua consulta está marcada", lines: ({ who }) => [`${who} estará à sua espera.`], text: ({ who, when, link }) => `Consulta marcada: ${who}, ${when}. Ver, alterar ou desmarcar: ${link}` },
    "booking-pending": {
      subject: ({ who, at }) => `Pedido recebido: ${who}, ${at}`, preheader: "A hora fica reservada para si até haver resposta.", heading: "Recebemos o seu pedido",
      lines: ({ who }) => [`${who} irá confirmá-lo ou propor outra hora. Entretanto a hora fica reservada para si, e avisamos assim que houver resposta.`],
      text: ({ who, when, link }) => `Pedido recebido: ${who}, ${when}. Avisamos com a resposta: ${link}`,
    },
    "booking-approved": { subject: ({ who, at }) => `Confirmada por ${who}: ${at}`, heading: "A sua consulta está confirmada", lines: ({ who }) => [`${who} confirmou o seu pedido e estará à sua espera.`], text: ({ who, when, link }) => `Consulta confirmada: ${who}, ${when}. Ver, alterar ou desmarcar: ${link}` },
    "booking-declined": {
      subject: ({ who, at }) => `Não é possível: ${who}, ${at}`, preheader: "Não há nada marcado. Talvez outra hora lhe convenha.", heading: "Esta hora não é possível",
      lines: ({ who }) => [`${who} não tem disponibilidade a esta hora. Não há nada marcado. Talvez outra hora lhe convenha.`],
      text: ({ who, when, link }) => `Não é possível: ${who}, ${when}. Não há nada marcado. Outras horas: ${link}`,
    },
    "booking-rescheduled": { subject: ({ who, at }) => `Nova hora com ${who}: ${at}`, heading: "A sua consulta mudou de hora", lines: ({ who }) => [`${who} estará à sua espera à nova hora.`], text: ({ who, when, link }) => `Nova hora: ${who}, ${when}. Ver, alterar ou desmarcar: ${link}` },
    "calendar-awaited": {
      subject: ({ who, at }) => `Hora reservada: ${who}, ${at}`, preheader: "Confirmamos assim que a agenda responder.", heading: "Guardamos-lhe esta hora",
      lines: ({ who }) => [`A agenda de ${who} não responde neste momento. Guardamos-lhe esta hora e confirmamos assim que responder. Não precisa de fazer nada.`],
      text: ({ who, when, link }) => `Hora reservada: ${who}, ${when}. A agenda não responde agora; confirmamos assim que responder: ${link}`,
    },
    "move-requested": {
      subject: ({ who, at }) => `Nova hora pedida: ${who}, ${at}`, preheader: "Avisamos assim que houver resposta.", heading: "A sua nova hora foi pedida",
      lines: ({ who }) => [`${who} irá confirmá-la ou propor outra. Avisamos assim que houver resposta.`],
      text: ({ who, when, link }) => `Nova hora pedida: ${who}, ${when}. Avisamos com a resposta: ${link}`,
    },
    "booking-cancelled": {
      subject: ({ who, at }) => `Consulta desmarcada: ${who}, ${at}`, preheader: "Esta consulta não se vai realizar.", heading: "A sua consulta foi desmarcada",
      lines: ({ who }) => [`A sua consulta com ${who} não se vai realizar. Não precisa de fazer nada.`],
      text: ({ who, when, link }) => `Consulta desmarcada: ${who}, ${when}. Outras horas: ${link}`,
    },
    "booking-expired": {
      subject: ({ who, at }) => `Sem resposta a tempo: ${who}, ${at}`, preheader: "Não há nada marcado. Escolha outra hora, por favor.", heading: "O seu pedido não teve resposta a tempo",
      lines: ({ who }) => [`Lamentamos: ${who} não pôde responder ao seu pedido. Não há nada marcado. Escolha outra hora, por favor.`],
      text: ({ who, when, link }) => `Sem resposta a tempo: ${who}, ${when}. Não há nada marcado. Outras horas: ${link}`,
    },
    "meet-ready": {
      subject: ({ who, at }) => `O seu link de vídeo: ${who}, ${at}`, preheader: "Abra o link alguns minutos antes do início.", heading: "O seu link de vídeo está pronto",
      lines: ({ who }) => [`Vai falar com ${who} por vídeo. Abra o link alguns minutos antes do início; não é preciso instalar nada.`],
      text: ({ who, when, link }) => `O seu link de vídeo: ${who}, ${when}. Entrar: ${link}`,
    },
    reminder: { subject: ({ who, at }) => `Lembrete: ${who}, ${at}`, heading: "A sua consulta aproxima-se", lines: ({ who }) => [`${who} estará à sua espera.`], text: ({ who, when, link, willCome }) => `Lembrete: ${who}, ${when}. ${answers(willCome)} ${link}` },
    "follow-up": { subject: ({ who, at }) => `Obrigado pela sua visita a ${who}: ${at}`, preheader: "Se quiser voltar, marca em poucos passos.", heading: "Obrigado pela sua visita", lines: ({ who }) => [`Obrigado por ter vindo à consulta com ${who}. Se tiver alguma pergunta, contacte a clínica. E se quiser voltar, escolha a hora que lhe convém.`], text: ({ who, link }) => `Obrigado pela sua visita a ${who}. Marcar de novo: ${link}` },
    "come-back": { subject: ({ who, at }) => `Está na altura de voltar a ver ${who}? Última visita: ${at}`, preheader: "Escolha a hora que lhe convém.", heading: "Está na altura de voltar?", lines: ({ who }) => [`Já passou algum tempo desde a sua visita a ${who}. Se quiser voltar, escolha a hora que lhe convém.`], text: ({ who, link }) => `Está na altura de voltar a ver ${who}? Escolha uma hora: ${link}` },
    "provider-booking-confirmed": { subject: ({ at }) => `Nova marcação: ${at}`, preheader: "Já está na sua agenda.", heading: "Tem uma nova marcação", lines: ({ patient }) => [`${patient} marcou uma hora consigo.`], text: ({ who, when, link }) => `${who}: nova marcação, ${when}. ${link}` },
    "provider-booking-pending": {
      subject: ({ at }) => `Novo pedido: ${at}`, preheader: "Aguarda a sua resposta.", heading: "Tem um novo pedido", lines: ({ patient }) => [`${patient} pede esta hora. Fica reservada até responder.`], staffAction: "Responder ao pedido",
      text: ({ who, when, link }) => `${who}: novo pedido, ${when}. Responda aqui: ${link}`,
    },
    "provider-booking-rescheduled": { subject: ({ at }) => `Nova hora: ${at}`, preheader: "A hora anterior está de novo livre.", heading: "Uma marcação mudou de hora", lines: ({ patient }) => [`A marcação de ${patient} tem uma nova hora. A anterior está de novo livre.`], text: ({ who, when, link }) => `${who}: marcação alterada para ${when}. ${link}` },
    "provider-booking-cancelled": { subject: ({ at }) => `Desmarcada: ${at}`, preheader: "Esta hora está de novo livre.", heading: "Uma marcação foi desmarcada", lines: ({ patient }) => [`A marcação de ${patient} foi desmarcada. Esta hora está de novo livre.`], text: ({ who, when, link }) => `${who}: marcação desmarcada, ${when}. ${link}` },
    "provider-contact-card": { subject: ({ at }) => `Cartão de contacto: ${at}`, preheader: "Para a sua lista de contactos.", heading: "Um novo cartão de contacto", lines: ({ patient }) => [`O cartão de contacto de ${patient} segue em anexo, para a sua lista de contactos.`], text: ({ who, when, link }) => `${who}: cartão de contacto de um novo paciente, ${when}. ${link}` },
    "provider-booking-expired": {
      subject: ({ at }) => `Pedido expirado: ${at}`, preheader: "Esta hora está de novo livre.", heading: "Um pedido expirou sem resposta", lines: ({ patient }) => [`O pedido de ${patient} não teve resposta a tempo. Já o comunicámos, e esta hora está de novo livre.`],
      text: ({ who, when, link }) => `${who}: pedido expirado sem resposta, ${when}. ${link}`,
    },
    "provider-calendar-awaited": {
      subject: ({ at }) => `Novo pedido, à espera da sua agenda: ${at}`, preheader: "É confirmado automaticamente assim que a sua agenda responder.", heading: "Um pedido espera pela sua agenda",
      lines: ({ patient }) => [`${patient} pede esta hora. A sua agenda não responde neste momento, por isso fica reservada. Assim que responder e a hora estiver livre, o pedido é confirmado automaticamente. Também pode responder agora.`],
      text: ({ who, when, link }) => `${who}: um pedido espera pela sua agenda, ${when}. ${link}`,
    },
    "provider-booking-clashes": {
      subject: ({ at }) => `Por favor, decida: ${at}`, preheader: "A sua agenda mostra algo a esta hora.", heading: "Um pedido coincide com algo na sua agenda", staffAction: "Responder ao pedido",
      lines: ({ patient }) => [`${patient} pediu esta hora quando a sua agenda não respondia. Já responde, e a hora está ocupada. O pedido fica guardado até o aceitar ou recusar.`],
      text: ({ who, when, link }) => `${who}: um pedido coincide com algo na sua agenda, ${when}. Responda aqui: ${link}`,
    },
  },
};
