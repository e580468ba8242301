/** What stands in a field one a line, or between commas and spaces; whatever the width it is typed in. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .normalize('NFKC')
      .split(/[\s,;、]+/)
      .filter(Boolean),
  ),
];
