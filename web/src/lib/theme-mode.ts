/** Cookie that holds the mode, so that a page comes in it from the start. */
export const THEME_COOKIE = 'yuanliu-theme';

export type ThemeMode = 'light' | 'dark';

/** The mode that the cookie names, else light. */
export function themeModeOf(cookie: string | undefined): ThemeMode {
  return cookie === 'dark' ? 'dark' : 'light';
}
