/**
 * The score from which a form without a word beside it counts as validated. Below, a check that many
 * numbers pass is no more than a pattern, and a word for something else says more.
 */
export const SURE = 0.8;
