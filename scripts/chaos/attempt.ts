/** One attempt: what its browser holds, and what became of it as far as that browser was told. */
export type Attempt = {
  id: string;
  location: string;
  code: string;
  cookie: string;
  /** Some hit was answered with a 303. */
  redirected: boolean;
  /** Somebody was told that it is connected. */
  acknowledged: boolean;
};
