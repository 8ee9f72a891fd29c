/** The public interface of the package. */
export { GraphpressError } from './errors.ts';
export {
  type AppOptions,
  createApp,
  openPublication,
  type OpenOptions,
  type OpenPublication,
} from './graphpress.ts';
export { VERSION } from './version.ts';
