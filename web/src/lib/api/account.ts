/** Cookie that holds the code of the chosen demonstration account. */
export const ACCOUNT_COOKIE = 'yuanliu-account';

/** Header that tells the API which demonstration account asks. */
export const ACCOUNT_HEADER = 'X-Yuanliu-Account';

/** The header for a cookie's value; nothing when the value is no account code. */
export function accountHeader(value: string | undefined): Record<string, string> {
  return value && /^[\w.-]{1,64}$/.test(value) ? { [ACCOUNT_HEADER]: value } : {};
}
