/** Ties the button of a narrow screen to the sidebar it opens. */
export const navigationId = 'navigation';
