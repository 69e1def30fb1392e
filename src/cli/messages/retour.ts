// Texts of the retour area's reports and questions.

// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface RetourTexts {}
