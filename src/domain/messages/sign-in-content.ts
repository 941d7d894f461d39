import type { EmailContent } from "./email-content";
import type { Language } from "./language";

interface SignInWords {
  readonly subject: string;
  readonly preheader: string;
  readonly heading: string;
  readonly greeting: string;
  readonly line: string;
  readonly button: string;
  readonly how: string;
}

const WORDS: Readonly<Record<Language, SignInWords>> = {
  en: { subject: "Your link to sign in", preheader: "It works once, for 15 minutes.", heading: "Sign in to MedBookings", greeting: "Hello,", line: "With this link you see all your appointments in one place. It works once, for 15 minutes.", button: "Sign in", how: "You did not ask for it? Then you need not do anything: without the link nobody can sign in." },
  de: { subject: "Ihr Link zum Anmelden", preheader: "Er gilt einmal, 15 Minuten lang.", heading: "Bei MedBookings anmelden", greeting: "Guten Tag,", line: "Mit diesem Link sehen Sie alle Ihre Termine an einem Ort. Er gilt einmal, 15 Minuten lang.", button: "Anmelden", how: "Sie haben ihn nicht angefordert? Dann ist nichts zu tun: Ohne den Link kann sich niemand anmelden." },
  es: { subject: "Su enlace para entrar", preheader: "Sirve una vez, durante 15 minutos.", heading: "Entrar en MedBookings", greeting: "Hola:", line: "Con este enlace ve todas sus citas en un solo lugar. Sirve una vez, durante 15 minutos.", button: "Entrar", how: "¿No lo ha pedido? No tiene que hacer nada: sin el enlace nadie puede entrar." },
  fr: { subject: "Votre lien de connexion", preheader: "Il sert une fois, pendant 15 minutes.", heading: "Se connecter à MedBookings", greeting: "Bonjour,", line: "Avec ce lien, vous voyez tous vos rendez-vous au même endroit. Il sert une fois, pendant 15 minutes.", button: "Se connecter", how: "Vous ne l’avez pas demandé ? Vous n’avez rien à faire : sans le lien, personne ne peut se connecter." },
  pt: { subject: "O seu link para entrar", preheader: "Serve uma vez, durante 15 minutos.", heading: "Entrar no MedBookings", greeting: "Olá,", line: "Com este link vê todas as suas consultas num só lugar. Serve uma vez, durante 15 minutos.", button: "Entrar", how: "Não o pediu? Não precisa de fazer nada: sem o link ninguém consegue entrar." },
};

/** The e-mail with a link that signs its reader in. It names nobody: whoever typed the address may have mistyped it. */
export function signInContent(language: Language, url: string): EmailContent {
  const { subject, preheader, heading, greeting, line, button, how } = WORDS[language];
  return {
    language, subject, preheader, heading, greeting,
    lines: [line],
    when: null,
    where: null,
    button: { label: button, url },
    how: [how],
    link: null,
    closing: null,
    wishes: null,
    signature: "MedBookings",
    footer: { name: "MedBookings", lines: [] },
  };
}
