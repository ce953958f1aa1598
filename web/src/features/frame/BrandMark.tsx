/** Two streams from one source. */
export function BrandMark() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <rect width="22" height="22" rx="5" fill="var(--path)" />
      <path
        d="M5 11h3.5C12 11 11 6 17 6M8.5 11C12 11 11 16 17 16"
        fill="none"
        stroke="var(--box)"
        strokeWidth="1.8"
      />
      <circle cx="5.4" cy="11" r="2" fill="var(--box)" />
    </svg>
  );
}
