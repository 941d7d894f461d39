import type { MessageWords } from "./message-words";

const answers = (willCome = false) => `Antworten Sie ${willCome ? "" : "JA zum Bestätigen, "}C, wenn Sie nicht kommen können, R zum Verschieben.`;

export const de: MessageWords = {
  zone: (city) => `Ortszeit ${city}`,
  moment: (date, time, zone) => `${date}, ${time} Uhr (${zone})`,
  shortMoment: (date, time, zone) => `${date}, ${time} Uhr (${zone})`,
  elsewhere: (time, city) => `${time} Uhr in ${city}, wo die Praxis ist`,
  shortElsewhere: (time, city) => `= ${time} Uhr in ${city}`,
  forPatient: (moment) => `Für die Patientin oder den Patienten: ${moment}`,
  span: (date, from, until, zone) => `${date}, ${from} bis ${until} Uhr, ${zone}`,
  itWas: (span) => `Es war: ${span}`,
  before: (at) => `Bisher war der Termin am ${at}.`,
  label: (words) => `${words}:`,
  greeting: (name) => `Guten Tag ${name},`,
  regards: "Mit freundlichen Grüßen",
  choose: "Erinnerungen anpassen oder beenden",
  answers,
  where: {
    place: "Ort", video: "Videotermin", phone: "Telefontermin",
    callsYou: (who) => `${who} ruft Sie unter der angegebenen Nummer an.`,
    youCall: "Sie rufen unter der Nummer an, die in der Buchung steht.",
    linkLater: "Den Videolink finden Sie vor dem Termin auf Ihrer Terminseite.",
    linkLaterStaff: "Der Videolink erscheint in der Buchung.",
  },
  buttons: { manage: "Ansehen, verschieben oder absagen", again: "Freie Zeiten ansehen", join: "Zum Videotermin", open: "Buchung öffnen", willCome: "Ich komme", bookAgain: "Wieder buchen" },
  change: {
    call: (phone) => `Für Änderungen rufen Sie jetzt bitte die Praxis an: ${phone}.`,
    contact: "Für Änderungen wenden Sie sich jetzt bitte an die Praxis.",
    untilStart: "Bis zum Beginn können Sie den Termin online verschieben oder absagen.",
    both: (at) => `Online verschieben oder absagen können Sie bis ${at}.`,
    move: (at) => `Online verschieben können Sie bis ${at}.`,
    cancel: (at) => `Online absagen können Sie bis ${at}.`,
  },
  inside: { video: "Per Video. Link und Änderungsmöglichkeiten finden Sie hier.", videoLater: "Per Video. Wie Sie verschieben oder absagen, steht hier.", phone: "Per Telefon. Wie Sie verschieben oder absagen, steht hier.", place: "Adresse und Änderungsmöglichkeiten finden Sie hier." },
  invite: { summary: (who) => `Termin bei ${who}`, cancelled: "Dieser Termin ist abgesagt.", join: (url) => `Per Video teilnehmen: ${url}`, manage: (url) => `Ansehen, verschieben oder absagen: ${url}`, video: "Per Video", phone: "Per Telefon" },
  templates: {
    "booking-confirmed": { subject: ({ who, at }) => `Gebucht bei ${who}: ${at}`, heading: "Ihr Termin ist gebucht", lines: ({ who }) => [`${who} erwartet Sie.`], text: ({ who, when, link }) => `Gebucht: ${who}, ${when}. Ansehen, verschieben, absagen: ${link}` },
    "booking-pending": {
      subject: ({ who, at }) => `Anfrage erhalten: ${who}, ${at}`, preheader: "Die Zeit ist für Sie reserviert, bis die Antwort da ist.", heading: "Ihre Anfrage ist angekommen",
      lines: ({ who }) => [`${who} wird sie bestätigen oder etwas anderes vorschlagen. Die Zeit ist so lange für Sie reserviert. Wir melden uns, sobald die Antwort da ist.`],
      text: ({ who, when, link }) => `Anfrage erhalten: ${who}, ${when}. Wir melden uns mit der Antwort: ${link}`,
    },
    "booking-approved": { subject: ({ who, at }) => `Bestätigt von ${who}: ${at}`, heading: "Ihr Termin ist bestätigt", lines: ({ who }) => [`${who} hat Ihre Anfrage bestätigt und erwartet Sie.`], text: ({ who, when, link }) => `Bestätigt: ${who}, ${when}. Ansehen, verschieben, absagen: ${link}` },
    "booking-declined": {
      subject: ({ who, at }) => `Nicht möglich: ${who}, ${at}`, preheader: "Es ist nichts gebucht. Vielleicht passt eine andere Zeit.", heading: "Diese Zeit ist nicht möglich",
      lines: ({ who }) => [`${who} kann Sie zu dieser Zeit nicht empfangen. Es ist nichts gebucht. Vielleicht passt eine andere Zeit.`],
      text: ({ who, when, link }) => `Nicht möglich: ${who}, ${when}. Es ist nichts gebucht. Andere Zeiten: ${link}`,
    },
    "booking-rescheduled": { subject: ({ who, at }) => `Neue Zeit bei ${who}: ${at}`, heading: "Ihr Termin wurde verschoben", lines: ({ who }) => [`${who} erwartet Sie zur neuen Zeit.`], text: ({ who, when, link }) => `Neue Zeit: ${who}, ${when}. Ansehen, verschieben, absagen: ${link}` },
    "calendar-awaited": {
      subject: ({ who, at }) => `Für Sie reserviert: ${who}, ${at}`, preheader: "Wir bestätigen, sobald der Kalender antwortet.", heading: "Wir halten diese Zeit für Sie",
      lines: ({ who }) => [`Der Kalender von ${who} antwortet gerade nicht. Wir halten diese Zeit für Sie und bestätigen sie, sobald er es tut. Sie müssen nichts tun.`],
      text: ({ who, when, link }) => `Für Sie reserviert: ${who}, ${when}. Der Kalender antwortet gerade nicht, wir bestätigen, sobald er es tut: ${link}`,
    },
    "move-requested": {
      subject: ({ who, at }) => `Neue Zeit angefragt: ${who}, ${at}`, preheader: "Wir melden uns, sobald die Antwort da ist.", heading: "Ihre neue Zeit ist angefragt",
      lines: ({ who }) => [`${who} wird sie bestätigen oder etwas anderes vorschlagen. Wir melden uns, sobald die Antwort da ist.`],
      text: ({ who, when, link }) => `Neue Zeit angefragt: ${who}, ${when}. Wir melden uns mit der Antwort: ${link}`,
    },
    "booking-cancelled": {
      subject: ({ who, at }) => `Abgesagt: ${who}, ${at}`, preheader: "Dieser Termin findet nicht statt.", heading: "Ihr Termin ist abgesagt",
      lines: ({ who }) => [`Ihr Termin bei ${who} findet nicht statt. Sie müssen nichts weiter tun.`],
      text: ({ who, when, link }) => `Abgesagt: ${who}, ${when}. Andere Zeiten: ${link}`,
    },
    "booking-expired": {
      subject: ({ who, at }) => `Nicht rechtzeitig beantwortet: ${who}, ${at}`, preheader: "Es ist nichts gebucht. Bitte wählen Sie eine andere Zeit.", heading: "Ihre Anfrage blieb unbeantwortet",
      lines: ({ who }) => [`Es tut uns leid: ${who} konnte Ihre Anfrage nicht beantworten. Es ist nichts gebucht. Bitte wählen Sie eine andere Zeit.`],
      text: ({ who, when, link }) => `Nicht rechtzeitig beantwortet: ${who}, ${when}. Es ist nichts gebucht. Andere Zeiten: ${link}`,
    },
    "meet-ready": {
      subject: ({ who, at }) => `Ihr Videolink: ${who}, ${at}`, preheader: "Öffnen Sie den Link einige Minuten vor Beginn.", heading: "Ihr Videolink ist da",
      lines: ({ who }) => [`Sie sprechen mit ${who} per Video. Öffnen Sie den Link einige Minuten vor Beginn; Sie müssen nichts installieren.`],
      text: ({ who, when, link }) => `Ihr Videolink: ${who}, ${when}. Teilnehmen: ${link}`,
    },
    reminder: { subject: ({ who, at }) => `Erinnerung: ${who}, ${at}`, heading: "Ihr Termin steht bevor", lines: ({ who }) => [`${who} erwartet Sie.`], text: ({ who, when, link, willCome }) => `Erinnerung: ${who}, ${when}. ${answers(willCome)} ${link}` },
    "follow-up": { subject: ({ who, at }) => `Danke für Ihren Besuch bei ${who}: ${at}`, preheader: "Einen neuen Termin buchen Sie mit wenigen Schritten.", heading: "Danke für Ihren Besuch", lines: ({ who }) => [`Danke, dass Sie bei ${who} waren. Bei Fragen wenden Sie sich bitte an die Praxis. Wenn Sie wiederkommen möchten, wählen Sie eine Zeit, die Ihnen passt.`], text: ({ who, link }) => `Danke für Ihren Besuch bei ${who}. Wieder buchen: ${link}` },
    "come-back": { subject: ({ who, at }) => `Zeit für einen neuen Termin bei ${who}? Letzter Besuch: ${at}`, preheader: "Wählen Sie eine Zeit, die Ihnen passt.", heading: "Zeit für einen neuen Termin?", lines: ({ who }) => [`Ihr Besuch bei ${who} ist eine Weile her. Wenn Sie wiederkommen möchten, wählen Sie eine Zeit, die Ihnen passt.`], text: ({ who, link }) => `Zeit für einen neuen Termin bei ${who}? Zeit wählen: ${link}` },
    "provider-booking-confirmed": { subject: ({ at }) => `Neue Buchung: ${at}`, preheader: "Sie steht in Ihrem Kalender.", heading: "Sie haben eine neue Buchung", lines: ({ patient }) => [`${patient} hat eine Zeit bei Ihnen gebucht.`], text: ({ who, when, link }) => `${who}: neue Buchung, ${when}. ${link}` },
    "provider-booking-pending": {
      subject: ({ at }) => `Neue Anfrage: ${at}`, preheader: "Sie wartet auf Ihre Antwort.", heading: "Sie haben eine neue Anfrage", lines: ({ patient }) => [`${patient} bittet um diese Zeit. Sie bleibt reserviert, bis Sie antworten.`], staffAction: "Anfrage beantworten",
      text: ({ who, when, link }) => `${who}: neue Anfrage, ${when}. Bitte antworten: ${link}`,
    },
    "provider-booking-rescheduled": { subject: ({ at }) => `Verschoben: ${at}`, preheader: "Die bisherige Zeit ist wieder frei.", heading: "Eine Buchung wurde verschoben", lines: ({ patient }) => [`Die Buchung von ${patient} hat eine neue Zeit. Die bisherige ist wieder frei.`], text: ({ who, when, link }) => `${who}: Buchung verschoben auf ${when}. ${link}` },
    "provider-booking-cancelled": { subject: ({ at }) => `Abgesagt: ${at}`, preheader: "Diese Zeit ist wieder frei.", heading: "Eine Buchung wurde abgesagt", lines: ({ patient }) => [`Die Buchung von ${patient} wurde abgesagt. Diese Zeit ist wieder frei.`], text: ({ who, when, link }) => `${who}: Buchung abgesagt, ${when}. ${link}` },
    "provider-contact-card": { subject: ({ at }) => `Kontaktkarte zu ${at}`, preheader: "Für Ihr Adressbuch.", heading: "Eine neue Kontaktkarte", lines: ({ patient }) => [`Die Kontaktkarte von ${patient} liegt bei, für Ihr Adressbuch.`], text: ({ who, when, link }) => `${who}: Kontaktkarte zu einer neuen Buchung, ${when}. ${link}` },
    "provider-booking-expired": {
      subject: ({ at }) => `Anfrage abgelaufen: ${at}`, preheader: "Diese Zeit ist wieder frei.", heading: "Eine Anfrage blieb unbeantwortet", lines: ({ patient }) => [`Die Anfrage von ${patient} wurde nicht rechtzeitig beantwortet. Wir haben das mitgeteilt, und die Zeit ist wieder frei.`],
      text: ({ who, when, link }) => `${who}: Anfrage unbeantwortet abgelaufen, ${when}. ${link}`,
    },
    "provider-calendar-awaited": {
      subject: ({ at }) => `Neue Anfrage, wartet auf Ihren Kalender: ${at}`, preheader: "Sie wird automatisch bestätigt, sobald Ihr Kalender antwortet.", heading: "Eine Anfrage wartet auf Ihren Kalender",
      lines: ({ patient }) => [`${patient} bittet um diese Zeit. Ihr Kalender antwortet gerade nicht, deshalb bleibt die Zeit reserviert. Sobald er antwortet und sie frei ist, wird die Anfrage automatisch bestätigt. Sie können auch jetzt antworten.`],
      text: ({ who, when, link }) => `${who}: eine Anfrage wartet auf Ihren Kalender, ${when}. ${link}`,
    },
    "provider-booking-clashes": {
      subject: ({ at }) => `Bitte entscheiden: ${at}`, preheader: "Ihr Kalender zeigt zu dieser Zeit etwas anderes.", heading: "Eine Anfrage trifft auf etwas in Ihrem Kalender", staffAction: "Anfrage beantworten",
      lines: ({ patient }) => [`${patient} hat um diese Zeit gebeten, als Ihr Kalender nicht antwortete. Er antwortet wieder, und die Zeit ist dort belegt. Die Anfrage bleibt bestehen, bis Sie sie annehmen oder ablehnen.`],
      text: ({ who, when, link }) => `${who}: eine Anfrage trifft auf etwas in Ihrem Kalender, ${when}. Bitte antworten: ${link}`,
    },
  },
};
