// Texts of the study area's reports and questions.

// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface StudyTexts {}
