/** True under `next dev`, where React needs eval and a web socket. */
export const development = process.env.NODE_ENV === 'development';
