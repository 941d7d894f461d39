/** Mexico dropped the 1 after its code for mobiles in 2019; WhatsApp's ids still carry it. */
const MEXICO = /^\+521(\d{10})$/;
/** Brazil put a 9 before the eight digits of its mobiles, which begin with 6 to 9; WhatsApp's ids of older accounts lack it. */
const BRAZIL = /^\+55(\d{2})([6-9]\d{7})$/;

/** The number as it is dialled today, of an id under which WhatsApp knows it (E.164). */
export const dialledNumber = (whatsappId: string): string => whatsappId.replace(MEXICO, "+52$1").replace(BRAZIL, "+55$19$2");
