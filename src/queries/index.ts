/** Saved queries and their expected answers. */
export {
  type AnswerDifference,
  type AnswerTable,
  compareAnswers,
  readExpectedAnswer,
  toAnswerTable,
} from './expected-answer.ts';
export { QueryHeaderError, readSavedQuery, type SavedQuery } from './saved-query.ts';
export { type Presentation, type View, VIEWS } from './presentation.ts';
