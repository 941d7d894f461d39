import type { MessageWords } from "./message-words";

/** "14 h 30" and "9 h", as French writes the hour within a sentence. */
const hour = (time: string) => time.replace(/^0?(\d+):(\d\d)$/, (_, hours: string, minutes: string) => (minutes === "00" ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${minutes}`));

const answers = (willCome = false) => `Répondez ${willCome ? "" : "OUI pour confirmer, "}C si vous ne pouvez pas venir, R pour déplacer.`;

export const fr: MessageWords = {
  zone: (city) => `heure de ${city}`,
  moment: (date, time, zone) => `${date} à ${hour(time)} (${zone})`,
  shortMoment: (date, time, zone) => `${date}, ${time} (${zone})`,
  elsewhere: (time, city) => `${hour(time)} à ${city}, où se trouve le cabinet`,
  shortElsewhere: (time, city) => `= ${time} à ${city}`,
  forPatient: (moment) => `Pour le patient : ${moment}`,
  span: (date, from, until, zone) => `${date}, de ${hour(from)} à ${hour(until)}, ${zone}`,
  itWas: (span) => `C’était : ${span}`,
  before: (at) => `Il était prévu le ${at}.`,
  label: (words) => `${words}\u00a0:`,
  greeting: (name) => `Bonjour ${name},`,
  regards: "Bien cordialement",
  choose: "Choisir vos rappels ou ne plus en recevoir",
  answers,
  where: {
    place: "Adresse", video: "Téléconsultation", phone: "Par téléphone",
    callsYou: (who) => `${who} vous appelle au numéro que vous avez indiqué.`,
    youCall: "Vous appelez le patient au numéro qui figure dans la réservation.",
    linkLater: "Vous trouverez le lien vidéo sur la page de votre rendez-vous avant la consultation.",
    linkLaterStaff: "Le lien vidéo apparaîtra dans la réservation.",
  },
  buttons: { manage: "Voir, déplacer ou annuler", again: "Voir les horaires libres", join: "Rejoindre la téléconsultation", open: "Ouvrir la réservation", willCome: "Je viendrai", bookAgain: "Reprendre rendez-vous" },
  change: {
    call: (phone) => `Pour le modifier maintenant, veuillez appeler le cabinet : ${phone}.`,
    contact: "Pour le modifier maintenant, veuillez contacter le cabinet.",
    untilStart: "Vous pouvez le déplacer ou l’annuler en ligne jusqu’à son début.",
    both: (at) => `Vous pouvez le déplacer ou l’annuler en ligne jusqu’au ${at}.`,
    move: (at) => `Vous pouvez le déplacer en ligne jusqu’au ${at}.`,
    cancel: (at) => `Vous pouvez l’annuler en ligne jusqu’au ${at}.`,
  },
  inside: { video: "En vidéo. Ce message contient le lien et explique comment déplacer ou annuler.", videoLater: "En vidéo. Ce message explique comment déplacer ou annuler.", phone: "Par téléphone. Ce message explique comment déplacer ou annuler.", place: "Ce message contient l’adresse et explique comment déplacer ou annuler." },
  invite: { summary: (who) => `Rendez-vous avec ${who}`, cancelled: "Ce rendez-vous est annulé.", join: (url) => `Rejoindre en vidéo : ${url}`, manage: (url) => `Voir, déplacer ou annuler : ${url}`, video: "En vidéo", phone: "Par téléphone" },
  templates: {
    "booking-confirmed": { subject: ({ who, at }) => `Rendez-vous pris avec ${who} : ${at}`, heading: "Votre rendez-vous est pris", lines: ({ who }) => [`${who} vous attend.`], text: ({ who, when, link }) => `RDV pris : ${who}, ${when}. Voir, déplacer ou annuler : ${link}` },
    "booking-pending": {
      subject: ({ who, at }) => `Demande reçue : ${who}, ${at}`, preheader: "L’horaire vous est réservé jusqu’à la réponse.", heading: "Nous avons reçu votre demande",
      lines: ({ who }) => [`${who} la confirmera ou vous proposera autre chose. L’horaire vous est réservé en attendant, et nous vous préviendrons dès la réponse.`],
      text: ({ who, when, link }) => `Demande reçue : ${who}, ${when}. Nous vous préviendrons : ${link}`,
    },
    "booking-approved": { subject: ({ who, at }) => `Confirmé par ${who} : ${at}`, heading: "Votre rendez-vous est confirmé", lines: ({ who }) => [`${who} a confirmé votre demande et vous attend.`], text: ({ who, when, link }) => `Confirmé : ${who}, ${when}. Voir, déplacer ou annuler : ${link}` },
    "booking-declined": {
      subject: ({ who, at }) => `Impossible : ${who}, ${at}`, preheader: "Rien n’est réservé. Un autre horaire vous conviendra peut-être.", heading: "Cet horaire n’est pas possible",
      lines: ({ who }) => [`${who} ne peut pas vous recevoir à cet horaire. Rien n’est réservé. Un autre horaire vous conviendra peut-être.`],
      text: ({ who, when, link }) => `Impossible : ${who}, ${when}. Rien n’est réservé. Autres horaires : ${link}`,
    },
    "booking-rescheduled": { subject: ({ who, at }) => `Rendez-vous déplacé avec ${who} : ${at}`, heading: "Votre rendez-vous est déplacé", lines: ({ who }) => [`${who} vous attend au nouvel horaire.`], text: ({ who, when, link }) => `Nouvel horaire : ${who}, ${when}. Voir, déplacer ou annuler : ${link}` },
    "calendar-awaited": {
      subject: ({ who, at }) => `Horaire réservé : ${who}, ${at}`, preheader: "Nous le confirmerons dès que l’agenda répondra.", heading: "Nous vous gardons cet horaire",
      lines: ({ who }) => [`L’agenda de ${who} ne répond pas pour le moment. Nous vous gardons cet horaire et le confirmerons dès qu’il répondra. Vous n’avez rien à faire.`],
      text: ({ who, when, link }) => `Horaire réservé : ${who}, ${when}. L’agenda ne répond pas pour le moment ; nous confirmerons dès qu’il répondra : ${link}`,
    },
    "move-requested": {
      subject: ({ who, at }) => `Nouvel horaire demandé : ${who}, ${at}`, preheader: "Nous vous préviendrons dès la réponse.", heading: "Votre nouvel horaire est demandé",
      lines: ({ who }) => [`${who} le confirmera ou vous proposera autre chose. Nous vous préviendrons dès la réponse.`],
      text: ({ who, when, link }) => `Nouvel horaire demandé : ${who}, ${when}. Nous vous préviendrons : ${link}`,
    },
    "booking-cancelled": {
      subject: ({ who, at }) => `Annulé : ${who}, ${at}`, preheader: "Ce rendez-vous n’aura pas lieu.", heading: "Votre rendez-vous est annulé",
      lines: ({ who }) => [`Votre rendez-vous avec ${who} n’aura pas lieu. Vous n’avez rien à faire.`],
      text: ({ who, when, link }) => `Annulé : ${who}, ${when}. Autres horaires : ${link}`,
    },
    "booking-expired": {
      subject: ({ who, at }) => `Sans réponse à temps : ${who}, ${at}`, preheader: "Rien n’est réservé. Veuillez choisir un autre horaire.", heading: "Votre demande n’a pas reçu de réponse à temps",
      lines: ({ who }) => [`Nous sommes désolés : ${who} n’a pas pu répondre à votre demande. Rien n’est réservé. Veuillez choisir un autre horaire.`],
      text: ({ who, when, link }) => `Sans réponse à temps : ${who}, ${when}. Rien n’est réservé. Autres horaires : ${link}`,
    },
    "meet-ready": {
      subject: ({ who, at }) => `Votre lien vidéo : ${who}, ${at}`, preheader: "Ouvrez le lien quelques minutes avant le début.", heading: "Votre lien vidéo est prêt",
      lines: ({ who }) => [`Vous verrez ${who} en vidéo. Ouvrez le lien quelques minutes avant le début ; il n’y a rien à installer.`],
      text: ({ who, when, link }) => `Votre lien vidéo : ${who}, ${when}. Rejoindre : ${link}`,
    },
    reminder: { subject: ({ who, at }) => `Rappel : ${who}, ${at}`, heading: "Votre rendez-vous approche", lines: ({ who }) => [`${who} vous attend.`], text: ({ who, when, link, willCome }) => `Rappel : ${who}, ${when}. ${answers(willCome)} ${link}` },
    "follow-up": { subject: ({ who, at }) => `Merci de votre visite chez ${who} : ${at}`, preheader: "Pour revenir, quelques gestes suffisent.", heading: "Merci de votre visite", lines: ({ who }) => [`Merci de votre visite chez ${who}. Pour toute question, contactez le cabinet. Et si vous souhaitez revenir, choisissez l’horaire qui vous convient.`], text: ({ who, link }) => `Merci de votre visite chez ${who}. Reprendre rendez-vous : ${link}` },
    "come-back": { subject: ({ who, at }) => `Un nouveau rendez-vous avec ${who} ? Dernière visite : ${at}`, preheader: "Choisissez l’horaire qui vous convient.", heading: "Un nouveau rendez-vous ?", lines: ({ who }) => [`Votre visite chez ${who} remonte à quelque temps. Si vous souhaitez revenir, choisissez l’horaire qui vous convient.`], text: ({ who, link }) => `Un nouveau rendez-vous avec ${who} ? Choisir un horaire : ${link}` },
    "provider-booking-confirmed": { subject: ({ at }) => `Nouvelle réservation : ${at}`, preheader: "Elle figure dans votre agenda.", heading: "Vous avez une nouvelle réservation", lines: ({ patient }) => [`${patient} a réservé un horaire avec vous.`], text: ({ who, when, link }) => `${who} : nouvelle réservation, ${when}. ${link}` },
    "provider-booking-pending": {
      subject: ({ at }) => `Nouvelle demande : ${at}`, preheader: "Elle attend votre réponse.", heading: "Vous avez une nouvelle demande", lines: ({ patient }) => [`${patient} demande cet horaire. Il reste réservé jusqu’à votre réponse.`], staffAction: "Répondre à la demande",
      text: ({ who, when, link }) => `${who} : nouvelle demande, ${when}. Répondez ici : ${link}`,
    },
    "provider-booking-rescheduled": { subject: ({ at }) => `Réservation déplacée : ${at}`, preheader: "L’ancien horaire est de nouveau libre.", heading: "Une réservation a été déplacée", lines: ({ patient }) => [`La réservation de ${patient} a un nouvel horaire. L’ancien est de nouveau libre.`], text: ({ who, when, link }) => `${who} : réservation déplacée, ${when}. ${link}` },
    "provider-booking-cancelled": { subject: ({ at }) => `Réservation annulée : ${at}`, preheader: "Cet horaire est de nouveau libre.", heading: "Une réservation a été annulée", lines: ({ patient }) => [`La réservation de ${patient} a été annulée. Cet horaire est de nouveau libre.`], text: ({ who, when, link }) => `${who} : réservation annulée, ${when}. ${link}` },
    "provider-contact-card": { subject: ({ at }) => `Fiche de contact : ${at}`, preheader: "Pour votre carnet d’adresses.", heading: "Une nouvelle fiche de contact", lines: ({ patient }) => [`La fiche de contact de ${patient} est jointe, pour votre carnet d’adresses.`], text: ({ who, when, link }) => `${who} : fiche de contact d'un nouveau patient, ${when}. ${link}` },
    "provider-booking-expired": {
      subject: ({ at }) => `Demande expirée : ${at}`, preheader: "Cet horaire est de nouveau libre.", heading: "Une demande a expiré sans réponse", lines: ({ patient }) => [`La demande de ${patient} n’a pas reçu de réponse à temps. La personne en a été informée, et cet horaire est de nouveau libre.`],
      text: ({ who, when, link }) => `${who} : demande expirée sans réponse, ${when}. ${link}`,
    },
    "provider-calendar-awaited": {
      subject: ({ at }) => `Nouvelle demande, en attente de votre agenda : ${at}`, preheader: "Elle sera confirmée d’elle-même dès que votre agenda répondra.", heading: "Une demande attend votre agenda",
      lines: ({ patient }) => [`${patient} demande cet horaire. Votre agenda ne répond pas pour le moment, nous le gardons donc réservé. Dès qu’il répondra et si l’horaire est libre, la demande sera confirmée d’elle-même. Vous pouvez aussi répondre maintenant.`],
      text: ({ who, when, link }) => `${who} : une demande attend votre agenda, ${when}. ${link}`,
    },
    "provider-booking-clashes": {
      subject: ({ at }) => `Merci de décider : ${at}`, preheader: "Votre agenda indique autre chose à cet horaire.", heading: "Une demande se heurte à votre agenda", staffAction: "Répondre à la demande",
      lines: ({ patient }) => [`${patient} a demandé cet horaire alors que votre agenda ne répondait pas. Il répond de nouveau, et l’horaire y est pris. La demande reste en attente jusqu’à ce que vous l’acceptiez ou la refusiez.`],
      text: ({ who, when, link }) => `${who} : une demande se heurte à votre agenda, ${when}. Répondez ici : ${link}`,
    },
  },
};
