import { batchReport } from "./batch-report";
import { deletionsQuestion } from "./deletions-question";
import { leftOutList } from "./left-out-list";
import { clockNotices } from "./clock-notices";
import { fr as frClock } from "./clock-words";
import type { NoticeWords } from "./notice-words";

const LEFT_OUT = { ours: "déjà de MedBookings", "whole-day": "sur la journée entière", past: "déjà passés", "too-long": "de durée inhabituelle", "no-rule": "sans règle correspondante", "nobody-invited": "sans personne invitée correspondante", "not-offered": "pour une prestation que vous ne proposez plus", known: "déjà repris", taken: "en même temps qu’un autre rendez-vous" };

export const fr: NoticeWords = {
  "calendar-reconnect": ({ accountEmail }) => ({
    subject: "Veuillez reconnecter votre Google Agenda",
    preheader: "D’ici là, les réservations n’apparaissent pas dans Google et vos horaires occupés ne sont pas lus.",
    heading: "Votre agenda a besoin de vous un instant",
    lines: [
      `Google a mis fin à notre accès à l’agenda de ${accountEmail}. Cela arrive après un changement de mot de passe ou lorsque l’accès a été retiré.`,
      "On peut toujours réserver, et rien n’est perdu. D’ici à la reconnexion, les nouvelles réservations n’apparaissent pas dans Google, et ce que vous y ajoutez ne bloque pas d’horaires ici.",
    ],
    button: "Reconnecter",
    how: ["Trois clics suffisent. Tout ce qui a changé entre-temps est ensuite remis à jour de lui-même."],
  }),
  "calendar-import-report": ({ calendarName, imported, leftOut, isBrokenOff }) => {
    const visits = `${imported} rendez-vous`;
    const reasons = leftOutList(leftOut, LEFT_OUT);
    return {
      subject: isBrokenOff ? `Tout n’a pas pu être repris de ${calendarName}` : `Repris de ${calendarName} : ${visits}`,
      preheader: `Repris de votre agenda comme réservations : ${visits}.`,
      heading: isBrokenOff ? "Vos rendez-vous n’ont pas tous pu être repris" : "Vos rendez-vous sont repris",
      lines: [
        `Repris comme réservations de l’agenda « ${calendarName} » : ${visits}.`,
        ...(reasons === "" ? [] : [`Laissés de côté : ${reasons}.`]),
        ...(isBrokenOff ? ["La reprise s’est arrêtée parce que l’agenda n’a pas pu être lu. La page de vos agendas dit pourquoi."] : []),
      ],
      button: "Voir les réservations",
      how: ["Vous pouvez recommencer à tout moment : ce qui a été repris reste tel quel, et rien n’est créé deux fois. Vos patients n’ont reçu aucun message ; ils auront leurs rappels comme d’habitude."],
    };
  },
  "calendar-batch-report": batchReport("fr"),
  "calendar-edit-question": ({ patientName, startsAt, wantedAt, isInTheWay }, at) => ({
    subject: wantedAt === null ? `Annuler le rendez-vous ? ${at(startsAt)}` : `Déplacer le rendez-vous ? ${at(startsAt)}`,
    preheader: "Vous l’avez modifié dans Google. Rien ne change avant votre réponse.",
    heading: wantedAt === null ? "Faut-il annuler ce rendez-vous ?" : "Faut-il déplacer ce rendez-vous ?",
    lines: [
      wantedAt === null ? `Dans Google Agenda, vous avez supprimé l’entrée de ${patientName} : ${at(startsAt)}.` : `Dans Google Agenda, vous avez déplacé ${patientName} : du ${at(startsAt)} au ${at(wantedAt)}.`,
      ...(isInTheWay ? ["Le nouvel horaire est pris ou en dehors de vos heures."] : []),
      "La réservation reste telle quelle, et le patient n’en sait rien. Dites-nous laquelle des deux versions est la bonne.",
    ],
    button: "Répondre",
    how: [],
  }),
  "calendar-deletions-question": deletionsQuestion("fr"),
  ...clockNotices(frClock),
};
