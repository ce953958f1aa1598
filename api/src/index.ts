export { type Api, createApi } from './server.js';
