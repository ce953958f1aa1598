/** Checks the environment when the server starts, not at the first visitor. */
export async function register(): Promise<void> {
  const { env } = await import('./env');
  env();
}
