import { z } from 'zod';

const Env = z.object({
  /** Address of the explorer. */
  E2E_WEB: z.url(),
  /** Address of the API. */
  E2E_API: z.url(),
  /** A Chromium to start. */
  CHROMIUM_PATH: z.string().min(1),
});

/** Where the product under test runs; missing values are a failure that names them. */
export const env = Env.parse(process.env);
