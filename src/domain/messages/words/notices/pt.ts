import { batchReport } from "./batch-report";
import { deletionsQuestion } from "./deletions-question";
import { leftOutList } from "./left-out-list";
import { clockNotices } from "./clock-notices";
import { pt as ptClock } from "./clock-words";
import type { NoticeWords } from "./notice-words";

const LEFT_OUT = { ours: "já da MedBookings", "whole-day": "de dia inteiro", past: "já passadas", "too-long": "de duração invulgar", "no-rule": "sem regra correspondente", "nobody-invited": "sem pessoa convidada correspondente", "not-offered": "de um serviço que já não oferece", known: "já importadas", taken: "sobrepostas a outra consulta" };

export const pt: NoticeWords = {
  "calendar-reconnect": ({ accountEmail }) => ({
    subject: "Volte a ligar o seu Google Calendar, por favor",
    preheader: "Até lá, as marcações não aparecem no Google e as horas ocupadas não são lidas.",
    heading: "O seu calendário precisa de si por um momento",
    lines: [
      `A Google terminou o nosso acesso ao calendário de ${accountEmail}. Acontece depois de mudar a palavra-passe ou quando o acesso é retirado.`,
      "Continua a ser possível marcar, e nada se perde. Até voltar a ligá-lo, as novas marcações não aparecem no Google, e o que lá acrescentar não bloqueia horas aqui.",
    ],
    button: "Voltar a ligar",
    how: ["São três cliques. Depois, tudo o que mudou entretanto é atualizado automaticamente."],
  }),
  "calendar-import-report": ({ calendarName, imported, leftOut, isBrokenOff }) => {
    const visits = imported === 1 ? "1 consulta" : `${imported} consultas`;
    const reasons = leftOutList(leftOut, LEFT_OUT);
    return {
      subject: isBrokenOff ? `Nem tudo de ${calendarName} pôde ser importado` : `Importado de ${calendarName}: ${visits}`,
      preheader: `Importado do seu calendário como marcação: ${visits}.`,
      heading: isBrokenOff ? "Nem todas as suas consultas puderam ser importadas" : "As suas consultas foram importadas",
      lines: [
        `Importado como marcação do calendário «${calendarName}»: ${visits}.`,
        ...(reasons === "" ? [] : [`Deixado de fora: ${reasons}.`]),
        ...(isBrokenOff ? ["Terminou mais cedo porque não foi possível ler o calendário. A página dos seus calendários diz porquê."] : []),
      ],
      button: "Ver as marcações",
      how: ["Pode repetir quando quiser: o que foi importado fica como está e nada é criado duas vezes. Não escrevemos aos pacientes; recebem os lembretes como habitualmente."],
    };
  },
  "calendar-batch-report": batchReport("pt"),
  "calendar-edit-question": ({ patientName, startsAt, wantedAt, isInTheWay }, at) => ({
    subject: wantedAt === null ? `Desmarcar a consulta? ${at(startsAt)}` : `Alterar a consulta? ${at(startsAt)}`,
    preheader: "Alterou-a no Google. Nada acontece até responder.",
    heading: wantedAt === null ? "Esta consulta deve ser desmarcada?" : "Esta consulta deve mudar?",
    lines: [
      wantedAt === null ? `No Google Calendar apagou a entrada de ${patientName}: ${at(startsAt)}.` : `No Google Calendar mudou ${patientName} de ${at(startsAt)} para ${at(wantedAt)}.`,
      ...(isInTheWay ? ["A nova hora está ocupada ou fora do seu horário."] : []),
      "A marcação continua como estava e o paciente não sabe de nada. Diga-nos qual das duas está certa.",
    ],
    button: "Responder",
    how: [],
  }),
  "calendar-deletions-question": deletionsQuestion("pt"),
  ...clockNotices(ptClock),
};
