/** Languages offered for choice; others a profile already has stay chosen. */
export const LANGUAGES = [
  ["en", "English"], ["de", "German"], ["fr", "French"], ["es", "Spanish"], ["it", "Italian"], ["pt", "Portuguese"], ["nl", "Dutch"], ["pl", "Polish"],
  ["sv", "Swedish"], ["da", "Danish"], ["no", "Norwegian"], ["fi", "Finnish"], ["cs", "Czech"], ["ro", "Romanian"], ["hu", "Hungarian"], ["el", "Greek"],
  ["tr", "Turkish"], ["ru", "Russian"], ["uk", "Ukrainian"], ["ar", "Arabic"], ["fa", "Persian"], ["he", "Hebrew"], ["hi", "Hindi"], ["ur", "Urdu"],
  ["bn", "Bengali"], ["zh", "Chinese"], ["ja", "Japanese"], ["ko", "Korean"], ["vi", "Vietnamese"], ["sw", "Swahili"], ["am", "Amharic"], ["yo", "Yoruba"],
  ["ig", "Igbo"], ["ha", "Hausa"], ["zu", "Zulu"], ["af", "Afrikaans"],
] as const satisfies readonly (readonly [tag: string, name: string])[];
