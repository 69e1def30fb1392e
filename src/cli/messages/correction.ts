// Texts of the correction area's reports and questions.

// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface CorrectionTexts {}
