import { batchReport } from "./batch-report";
import { deletionsQuestion } from "./deletions-question";
import { leftOutList } from "./left-out-list";
import { clockNotices } from "./clock-notices";
import { de as deClock } from "./clock-words";
import type { NoticeWords } from "./notice-words";

const LEFT_OUT = { ours: "schon von MedBookings", "whole-day": "ganztägig", past: "schon vorbei", "too-long": "von ungewöhnlicher Dauer", "no-rule": "ohne passende Regel", "nobody-invited": "ohne passende eingeladene Person", "not-offered": "für eine Leistung, die Sie nicht mehr anbieten", known: "schon übernommen", taken: "mit einem anderen Termin am selben Platz" };

export const de: NoticeWords = {
  "calendar-reconnect": ({ accountEmail }) => ({
    subject: "Bitte verbinden Sie Ihren Google Kalender erneut",
    preheader: "Bis dahin erscheinen Buchungen nicht in Google, und belegte Zeiten werden nicht gelesen.",
    heading: "Ihr Kalender braucht Sie kurz",
    lines: [
      `Google hat unseren Zugriff auf den Kalender von ${accountEmail} beendet. Das geschieht nach einem neuen Passwort oder wenn der Zugriff entzogen wurde.`,
      "Buchungen sind weiter möglich, und nichts geht verloren. Bis Sie neu verbinden, erscheinen neue Buchungen nicht in Google, und was Sie dort eintragen, sperrt hier keine Zeiten.",
    ],
    button: "Erneut verbinden",
    how: ["Es sind drei Klicks. Was sich inzwischen geändert hat, wird danach von selbst abgeglichen."],
  }),
  "calendar-import-report": ({ calendarName, imported, leftOut, isBrokenOff }) => {
    const visits = imported === 1 ? "1 Termin" : `${imported} Termine`;
    const reasons = leftOutList(leftOut, LEFT_OUT);
    return {
      subject: isBrokenOff ? `Nicht alles aus ${calendarName} konnte übernommen werden` : `Aus ${calendarName} übernommen: ${visits}`,
      preheader: `Aus Ihrem Kalender als Buchung übernommen: ${visits}.`,
      heading: isBrokenOff ? "Ihre Termine konnten nicht alle übernommen werden" : "Ihre Termine sind übernommen",
      lines: [
        `Aus dem Kalender „${calendarName}“ als Buchung übernommen: ${visits}.`,
        ...(reasons === "" ? [] : [`Ausgelassen: ${reasons}.`]),
        ...(isBrokenOff ? ["Die Übernahme endete vorzeitig, weil der Kalender nicht gelesen werden konnte. Den Grund nennt die Seite Ihrer Kalender."] : []),
      ],
      button: "Buchungen ansehen",
      how: ["Sie können es jederzeit wiederholen: Übernommenes bleibt, wie es ist, und nichts entsteht doppelt. Ihre Patientinnen und Patienten haben keine Nachricht erhalten; sie werden wie gewohnt erinnert."],
    };
  },
  "calendar-batch-report": batchReport("de"),
  "calendar-edit-question": ({ patientName, startsAt, wantedAt, isInTheWay }, at) => ({
    subject: wantedAt === null ? `Termin absagen? ${at(startsAt)}` : `Termin verschieben? ${at(startsAt)}`,
    preheader: "Sie haben ihn in Google geändert. Bis zu Ihrer Antwort geschieht nichts.",
    heading: wantedAt === null ? "Soll dieser Termin abgesagt werden?" : "Soll dieser Termin verschoben werden?",
    lines: [
      wantedAt === null ? `Sie haben in Google Kalender den Eintrag von ${patientName} gelöscht: ${at(startsAt)}.` : `Sie haben ${patientName} in Google Kalender verschoben: von ${at(startsAt)} auf ${at(wantedAt)}.`,
      ...(isInTheWay ? ["Die neue Zeit ist belegt oder liegt außerhalb Ihrer Sprechzeiten."] : []),
      "Die Buchung gilt unverändert, und die Patientin oder der Patient weiß von nichts. Sagen Sie uns, welches von beiden stimmt.",
    ],
    button: "Antworten",
    how: [],
  }),
  "calendar-deletions-question": deletionsQuestion("de"),
  ...clockNotices(deClock),
};
