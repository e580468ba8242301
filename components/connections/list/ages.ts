/** How long ago, to choose from: ISO 8601 durations, in the words of `connections.list.age`. */
export const ages = ['PT1H', 'PT6H', 'P1D', 'P7D', 'P30D', 'P90D', 'P365D'] as const;

export const isAge = (text: string): text is (typeof ages)[number] => ages.some((age) => age === text);
