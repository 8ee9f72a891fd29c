/** A failed call to another endpoint. https://www.w3.org/TR/sparql11-federated-query/#serviceFailure */
import { GraphpressError } from '../../errors.ts';

/** `service-refused`: not allowed; `service-failed`: no valid response; `service-unbound`: the endpoint variable is unbound. */
export type ServiceErrorCode = 'service-refused' | 'service-failed' | 'service-unbound';

export class ServiceError extends GraphpressError {
  constructor(code: ServiceErrorCode, message: string, endpoint: string, options?: ErrorOptions) {
    super(code, message, { endpoint }, options);
  }
}
