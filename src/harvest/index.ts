/** For machines that collect: what the endpoint and the dataset say of themselves. */
export { describeService } from './service-description.ts';
