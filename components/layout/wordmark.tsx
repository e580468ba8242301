export const Wordmark = () => (
  <span className="inline-flex items-center gap-2 font-semibold" translate="no">
    <svg viewBox="0 0 24 24" aria-hidden className="size-6">
      <rect width="24" height="24" rx="6" fill="#2c56dd" />
      <path
        d="M16.2 8.6A5.4 5.4 0 1 0 17.4 12H12.6"
        fill="none"
        stroke="#fff"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
    Grantboard
  </span>
);
